
using ReadinessPortal.Web.Drafts;

namespace ReadinessPortal.ComponentTests.Launches;

public sealed class KeepingADraft
{
    [Fact]
    public void An_untouched_field_follows_the_board()
    {
        var draft = new Draft<int>(1);

        draft.Follow(2);

        draft.Mine.Should().Be(2);
        draft.IsTouched.Should().BeFalse();
    }

    [Fact]
    public void A_touched_field_is_kept_when_something_else_changed()
    {
        var draft = new Draft<int>(1) { Mine = 5 };

        draft.Follow(1);

        draft.Mine.Should().Be(5);
        draft.IsContested.Should().BeFalse();
    }

    [Fact]
    public void A_field_touched_by_two_shows_both_and_lets_the_person_choose()
    {
        var draft = new Draft<int>(1) { Mine = 5 };

        draft.Follow(2);

        draft.IsContested.Should().BeTrue();
        (draft.Mine, draft.Theirs).Should().Be((5, 2));
    }

    [Fact]
    public void Keeping_the_own_value_starts_from_the_other_one()
    {
        var draft = new Draft<int>(1) { Mine = 5 };
        draft.Follow(2);

        draft.Keep();

        (draft.Base, draft.Mine, draft.IsContested).Should().Be((2, 5, false));
    }

    [Fact]
    public void What_was_chosen_is_not_asked_again_when_the_browser_gives_the_edit_back_late()
    {
        var draft = new Draft<int>(1) { Mine = 5 };
        draft.Follow(2);
        draft.Keep();

        draft.Restore(1, 5);
        (draft.Base, draft.Mine, draft.IsContested).Should().Be((2, 5, false));

        draft.Follow(3);
        draft.Restore(1, 5);
        (draft.Mine, draft.Theirs, draft.IsContested).Should().Be((5, 3, true), "a third value is news");
    }

    [Fact]
    public void Taking_the_other_value_gives_up_the_own()
    {
        var draft = new Draft<int>(1) { Mine = 5 };
        draft.Follow(2);

        draft.Take();

        (draft.Mine, draft.IsTouched, draft.IsContested).Should().Be((2, false, false));
    }

    [Fact]
    public void An_edit_that_is_taken_up_again_goes_on_where_it_was_left()
    {
        var draft = new Draft<int>(1);

        draft.Restore(1, 5);

        (draft.Base, draft.Mine, draft.IsContested).Should().Be((1, 5, false));
    }

    [Fact]
    public void An_edit_that_is_taken_up_after_somebody_else_changed_the_value_shows_both()
    {
        var draft = new Draft<int>(2);

        draft.Restore(1, 5);

        (draft.Base, draft.Mine, draft.Theirs, draft.IsContested).Should().Be((1, 5, 2, true));
    }

    [Fact]
    public void An_edit_that_has_been_saved_meanwhile_is_none()
    {
        var draft = new Draft<int>(5);

        draft.Restore(1, 5);

        draft.IsTouched.Should().BeFalse();
    }
}
