agenda-standing-opening = Opening of the meeting
agenda-standing-approve-agenda = Approval of the agenda
agenda-standing-previous-minutes = Previous minutes
agenda-standing-other-business = Any other business
agenda-standing-closing = Closing of the meeting
agenda-kind-decision = decision
agenda-kind-information = information
agenda-kind-discussion = discussion
agenda-kind-follow-up = follow-up
agenda-minutes = { $minutes } min
agenda-presenters = presented by { $names }
agenda-raised-by = raised by { $name }
agenda-links = { $count ->
    [1] one attachment
   *[other] { $count } attachments
}
agenda-quoted = “{ $title }”
agenda-title = Agenda, { $meeting }
agenda-sent-out = Notice of meeting, { $meeting }
agenda-until = Items can be submitted until { $due }.
agenda-is-withdrawn = withdrawn
agenda-is-tabled = tabled to { $date }
agenda-added = { $item } is item { $number } of the meeting on { $meeting }.
agenda-added-late = { $item } is item { $number } of the meeting on { $meeting }. The last day to submit items was { $deadline }; the item is marked as late.
agenda-edited = Item { $number } of the meeting on { $meeting } is now { $item }.
agenda-reordered = “{ $title }” is now item { $number } of the meeting on { $meeting }.
agenda-withdrawn = Item { $number }, “{ $title }”, is withdrawn from the meeting on { $meeting }{ $reason ->
    [none] .
   *[other] : { $reason }.
}
agenda-tabled = Item { $number }, “{ $title }”, is tabled to the meeting on { $meeting }.
agenda-raised = “{ $title }” was not on the agenda and has been raised as item { $number } under any other business.
agenda-attached = { $name } is attached to item { $number }, “{ $title }”.
agenda-deadline = The last day to submit items for the meeting on { $meeting } is { $due }.
agenda-approve-clause = to approve the agenda
agenda-approved = Noted under item { $number }: the agenda is approved.
agenda-ask-title = What is the item about? Write a title, or fill in everything at once.
agenda-button-add = Submit an item
agenda-form = Submit an agenda item
agenda-form-send = Add the item
agenda-field-title = Title
agenda-field-kind = Kind
agenda-field-presenters = Presenters
agenda-field-minutes = Minutes
agenda-field-link = Link to documents
agenda-was-until = The last day to submit items was { $due }.
