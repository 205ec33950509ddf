using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Api;

namespace ReadinessPortal.Web.Evidence;

/// <summary>What keeps a form with files from being taken in, as a program is told.</summary>
internal static class UploadTrouble
{
    /// <param name="take">Reads the form, and answers it.</param>
    /// <param name="what">What is too large where it is, at the beginning of a sentence; null for the file.</param>
    public static async Task<IResult> AnswerAsync(
        Func<Task<IResult>> take, EvidenceLimits limits, string? what = null)
    {
        try
        {
            return await take();
        }
        catch (UnreadableFormException problem)
        {
            return Problems.Of(new FormNotReadable(problem.Message));
        }
        catch (RefusedException refused)
        {
            return Problems.Of(refused.Refusal);
        }
        catch (BadHttpRequestException problem) when (problem.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge(limits, what);
        }
        catch (BadHttpRequestException problem) when (problem.StatusCode == StatusCodes.Status408RequestTimeout)
        {
            return Problems.Of(new UploadTooSlow(limits));
        }
    }

    /// <summary>More comes than is taken in.</summary>
    public static IResult TooLarge(EvidenceLimits limits, string? what = null) => Problems.Of(
        new FormNotReadable(limits.TooLarge(what)), StatusCodes.Status413PayloadTooLarge);
}
