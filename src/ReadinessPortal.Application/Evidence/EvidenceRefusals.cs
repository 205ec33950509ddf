using ReadinessPortal.Application.Launches;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Evidence;

/// <summary>Its sender held a place that others need.</summary>
public sealed record UploadTooSlow(EvidenceLimits Limits) : Refusal
{
    public override string Text =>
        $"The file came too slowly: {Format.Bytes(Limits.MinBytesPerSecond)} a second are needed, and an upload may "
        + $"take {Counted.Of((int)Limits.Longest.TotalMinutes, "minute", "minutes")}. Nothing was attached; send it "
        + "again over a better line.";
}

/// <summary>Too many uploads wait for a place already, or this one has waited for too long.</summary>
public sealed record NoPlaceForUpload : Refusal
{
    public override string Text =>
        "Too many uploads are under way just now. Nothing was attached; try again in a moment.";
}

/// <summary>The disk that uploads are received on is full.</summary>
public sealed record SpoolIsFull : Refusal
{
    public override string Text =>
        "The portal has no room on its disk for this just now. Nothing was kept; try again in a moment, and tell "
        + "whoever runs the portal if it stays.";
}

public sealed record FileTooLarge(string FileName, EvidenceLimits Limits) : NotAcceptable
{
    public override string Text => Limits.TooLarge(FileName);
}

public sealed record FileIsEmpty(string FileName) : NotAcceptable
{
    public override string Text => $"{VisibleText.Line(FileName)} is empty.";
}

/// <param name="Why">As <see cref="Domain.Evidence.FileName.WhyNot"/> says it.</param>
public sealed record FileNameNotKept(string FileName, string Why) : NotAcceptable
{
    public override string Text =>
        $"The file name '{VisibleText.Line(FileName)}' {Why}. Rename the file and attach it again.";
}

/// <param name="Length">Of what was to come, in bytes.</param>
/// <param name="Most">What one launch may hold, in bytes.</param>
public sealed record NoRoomForEvidence(long Length, long Most) : NotAcceptable
{
    public override string Text =>
        $"This launch has no room for {(Length > 0 ? $"{Format.Bytes(Length)} more" : "any more")} evidence: the "
        + $"portal keeps {Format.Bytes(Most)} of one launch. Whoever runs the portal can raise that.";
}

public sealed record AttachedBefore(string Title, DateOnly ArchivedOn) : NotAcceptable
{
    public override string Text =>
        $"These bytes were attached before, as '{Title}', and archived on {Format.Day(ArchivedOn)}: "
        + "restore that instead.";
}

public sealed record StandsBehindNothing : NotAcceptable
{
    public override string Text => "Say what the file supports: a criterion, a drill, a gate.";
}

public sealed record NoSuchEvidenceClass : NotAcceptable
{
    public override string Text => "There is no such kind of evidence.";
}

public sealed record CapturedTooEarly(DateOnly Earliest) : NotAcceptable
{
    public override string Text => $"Nothing is captured before {Format.LongDay(Earliest)}.";
}

public sealed record CapturedInTheFuture(DateOnly Day) : NotAcceptable
{
    public override string Text => $"{Format.LongDay(Day)} is still to come: give the day when it was true.";
}

/// <summary>A clock goes wrong, or a time was made up.</summary>
/// <param name="At">Which is more than <see cref="ReceivedBytes.ClocksDiffer"/> ahead.</param>
public sealed record CapturedAhead(DateTimeOffset At) : NotAcceptable
{
    public override string Text => $"The time of capture, {Format.Instant(At, TimeSpan.Zero, "UTC")}, is more than "
        + $"{ReceivedBytes.ClocksDiffer.TotalMinutes:0} minutes ahead of this portal's clock. Set the clock of the "
        + "machine that measured, and measure again.";
}

/// <summary>These bytes are there, and something else is known of them.</summary>
/// <param name="Known">As the middle of a sentence: <c>captured on 14 November 2025</c>.</param>
public sealed record BytesSaidOtherwise(string Title, string Known) : NotAcceptable
{
    public override string Text => $"These bytes are there already, as {VisibleText.Line(Title)}, "
        + $"{VisibleText.Line(Known)}. Nothing was changed: correct that on its page, or attach the file without "
        + "saying otherwise.";
}

/// <summary>The file that another was to follow is not there, or not any more.</summary>
public sealed record NothingToReplace(string Replaces) : NotAcceptable
{
    public override string Text =>
        $"This launch has no file '{VisibleText.Line(Replaces)}' that could be replaced. Attach the file as new "
        + "evidence.";
}

public sealed record NoSuchCitation(string Cited) : NotAcceptable
{
    public override string Text =>
        $"This launch has no evidence '{VisibleText.Line(Cited)}'. Attach the file as new evidence.";
}

public sealed record CitedIsInHand : NotAcceptable
{
    public override string Text => "This evidence has its file already. Attach the other file as new evidence.";
}

public sealed record ValueWithoutCriterion : NotAcceptable
{
    public override string Text => "A value goes beside a file that supports the criterion it was measured for.";
}

public sealed record ValueIsNoQuantity(string Value) : NotAcceptable
{
    public override string Text => $"'{Value}' is not a number with an optional unit, such as 287 ms.";
}

public sealed record NothingMeasured : NotAcceptable
{
    public override string Text => "Say what was measured.";
}

public sealed record MeasurementIsGone : NotAcceptable
{
    public override string Text => "The measurement is not there any more. Look again.";
}

/// <summary>A certificate that begins to be valid later.</summary>
public sealed record NotValidYet(DateOnly From) : NotAcceptable
{
    public override string Text =>
        $"The certificate is not valid before {Format.LongDay(From)}. Until then, attach the one in use.";
}

/// <summary>A private key is no evidence, and everybody who reads the launch would have it.</summary>
public sealed record HoldsPrivateKey : NotAcceptable
{
    public override string Text => "The file holds a private key, which everybody who reads this launch would see. "
        + "Nothing was kept. Attach the rest without it, and replace that key if it was sent to others too.";
}
