# The words of the agenda and the minutes.

papers-minutes = Minutes
papers-agenda = Notice of meeting and agenda
papers-written-on = Written { $date }
papers-sent-on = Sent { $date }
papers-body-whole = { $name } ({ $short })
papers-body = The network

papers-standing-opening = Opening of the meeting
papers-standing-approve-agenda = Approval of the agenda
papers-standing-previous-minutes = Previous minutes
papers-standing-other-business = Any other business
papers-standing-closing = Closing of the meeting

papers-kind-decision = Decision: { $title }
papers-kind-information = Information: { $title }
papers-kind-discussion = Discussion: { $title }
papers-kind-follow-up = Follow-up: { $title }
papers-kind-words-decision = decision
papers-kind-words-information = information
papers-kind-words-discussion = discussion dialogue
papers-kind-words-follow-up = follow-up feedback report

papers-date = Date
papers-time = Time
papers-place = Place
papers-present = Present
papers-taking-part = Attending
papers-guests = Guests
papers-from = From { $organisation }
papers-staff = Staff
papers-on-item = Item { $numbers }
papers-on-items = Items { $numbers }
papers-on-item-inside = item { $numbers }
papers-on-items-inside = items { $numbers }
papers-apologies = Apologies
papers-deadline = Items by
papers-cancelled = The meeting is cancelled.
papers-cancelled-because = The meeting is cancelled. Reason: { $reason }

papers-chair = chair
papers-chair-whole = chair of the network
papers-vice-chair = vice-chair
papers-vice-chair-whole = vice-chair of the network
papers-secretary = secretary
papers-secretary-whole = secretary of the network
papers-substitute = substitute for { $name }
papers-between = attended { $span }
papers-from-time = attended from { $time }
papers-until-time = attended until { $time }
papers-or-more = { $first } and { $last }
papers-or-more-groups = { $first }, and { $last }

papers-presenters = Presented by { $names }
papers-raised-by = Raised by { $name }
papers-tabled-from = Postponed from the meeting on { $date }
papers-late = Submitted after the deadline
papers-withdrawn = The item was withdrawn.
papers-withdrawn-because = The item was withdrawn. Reason: { $reason }
papers-tabled = The item was postponed.
papers-tabled-because = The item was postponed. Reason: { $reason }
papers-tabled-to = Postponed to the meeting on { $date }.
papers-tabled-to-because = Postponed to the meeting on { $date }. Reason: { $reason }
papers-attachment = Attachment:
papers-attachments = Attachments:

papers-decision = Decision:
papers-decided = { $body } decided
papers-decides = { $body } decided { $clauses }
papers-noted = { $body } noted the information.
papers-notes = { $body } noted the information.
papers-file-information = to place the information on file.
papers-file-minutes = to place the minutes on file.
papers-files-information = { $body } placed the information on file.
papers-files-minutes = { $body } placed the minutes on file.

papers-tasks = Tasks
papers-task-who = Who
papers-task-what = What
papers-task-when = By
papers-task-item = Item
papers-next-meeting = Next meeting:
papers-notes-by = Minutes taken by { $name }
