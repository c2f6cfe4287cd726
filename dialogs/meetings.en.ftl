meetings-when = { $date }, { $time }{ $place ->
    [none] {""}
   *[other] {" "}({ $place })
}
meetings-scheduled = The meeting on { $meeting } is in the calendar.
meetings-series = Meetings are in the calendar { $rule }, { $time }: { $dates }{ $count ->
    [1] .
    [2] .
    [3] .
   *[other] {" "}and so on, { $count } meetings in the coming year.
}
meetings-moved = The meeting on { $before } has been moved to { $meeting }. Its reminders move with it.
meetings-same = The meeting is on { $meeting } already.
meetings-shift-these = { $count ->
    [1] One meeting gets a new time:
   *[other] { $count } meetings get a new time:
}
meetings-and-more = and { $count } more
meetings-shift-yes = Change the times
meetings-shifted = { $count ->
    [1] The meeting on { $first } has been changed to { $time }. Its reminders move with it.
   *[other] { $count } meetings from { $first } on have been changed to { $time }. Their reminders move with them.
}
meetings-cancelled = The meeting on { $meeting } is cancelled{ $reason ->
    [none] .
   *[other] : { $reason }.
} There will be no more reminders of it.
meetings-now = The meeting on { $meeting } is going on.
meetings-next = The next meeting is on { $meeting }.
meetings-coming = Coming meetings
meetings-opened = The meeting on { $meeting } is open. The agenda has { $items ->
    [1] one item
   *[other] { $items } items
}. Who is present?
meetings-closed = The meeting was closed at { $time } with { $decisions ->
    [0] no decisions
    [1] one decision
   *[other] { $decisions } decisions
} and { $tasks ->
    [0] no tasks
    [1] one task
   *[other] { $tasks } tasks
}.
meetings-reminder = Reminder: meeting in { $left }
meetings-time-row = Time
meetings-show-agenda = Show the agenda
meetings-items-reminder = Reminder: the last day to submit items for the meeting on { $meeting } is { $due }.
meetings-nobody-noted = No attendance has been noted; write for example “present: …” and it will be in the minutes.
meetings-draft-with-secretary = The draft minutes are with the chair and the secretary until they are sent out.
meetings-left-over = On its agenda were { $items }.
meetings-carry = Move the { $count ->
    [1] item
   *[other] items
} to { $meeting }
meetings-carried = The items are now on the agenda of the meeting on { $meeting }.
