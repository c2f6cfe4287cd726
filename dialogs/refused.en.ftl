refused-nothing-said = There is no text. Nothing was recorded.
refused-too-long = The text is too long ({ $length } characters); at most { $limit } fit. Nothing was recorded.
refused-too-many = That is too many; at most { $limit } fit. Nothing was recorded.
refused-nothing-to-take-back = There is nothing to undo here: it is older than ten minutes, or taken back already.
refused-built-upon = “{ $said }” cannot be undone, because something has changed since.
refused-already-past = { $date }{ $time ->
    [none] {""}
   *[other] {" "}{ $time }
} has already been. Please give a day ahead.
refused-too-far-ahead = { $date } is more than three years ahead. Is the year right?
refused-unknown-person = I do not know { $name }.
refused-many-of-that-name = Several people are called { $name }: { $names }. Please write the whole name.
refused-last-secretary = { $name } is the only secretary. Please appoint a new secretary first.
refused-unknown-zone = There is no time zone { $zone }. Write for example Europe/Stockholm.
refused-unknown-setting = “{ $value }” cannot be chosen as { $name ->
    [language] a language. Choose Swedish or English.
    [role] a role. Choose chair, vice-chair, secretary, member, substitute or staff.
    [layout] a layout. Choose clauses or decision sentences.
   *[other] a setting.
}
refused-no-meeting = No meeting is planned. Schedule one first, for example: schedule a meeting on Friday at 9.
refused-no-such-meeting = There is no meeting on { $date }.
refused-no-open-meeting = No meeting is going on. Open the meeting first.
refused-meeting-is-open = The meeting on { $date } is open already.
refused-meeting-is-over = The meeting on { $date } is closed or cancelled and can no longer be changed.
refused-meeting-that-day = There is a meeting on { $date } at { $time } already.
refused-ends-before-it-starts = The meeting would end at { $end } but starts at { $start }. Please give a later end.
refused-not-that-day-yet = The meeting is on { $date }. It can be opened that day; move it first if it is to be held today.
refused-not-a-series = The meeting on { $date } is not part of a series. Move it instead.
refused-no-such-rule = I cannot repeat a meeting like that. Write for example “every third Friday of the month”.
refused-own-substitute = { $name } cannot stand in for themselves.
refused-left-before-coming = { $name } would leave at { $end } but came at { $start }.
refused-no-such-item = There is no item { $number }; the agenda has { $highest ->
    [0] no items
    [1] one item
   *[other] { $highest } items
}.
refused-no-such-place = There is no place { $number }; there are { $highest } places.
refused-item-is-gone = “{ $title }” has been withdrawn or tabled.
refused-no-such-length = { $minutes } minutes cannot be set aside for an item.
refused-not-a-link = “{ $link }” is not a web address. It should begin with https://.
refused-nowhere-to-table = There is no later meeting to table it to. Schedule the next meeting first.
refused-no-item-named = No item is called “{ $name }”.
refused-many-items-named = Several items could be “{ $name }”: { $items }. Please write the number.
refused-already-on-agenda = “{ $title }” is item { $number } of the meeting on { $meeting } already.
refused-deadline-after-meeting = The last day { $due } is after the meeting on { $date }.
refused-no-current-item = No item is being dealt with. Say which item it is about.
refused-no-next-item = That was the last item.
refused-no-such-task = I cannot find the task “{ $task }”.
refused-nobody-given = Who is to do it? Please name at least one person.
refused-no-such-deadline = I cannot find the deadline “{ $deadline }”.
refused-no-such-reminder = I cannot find the reminder “{ $reminder }”.
refused-no-such-habit = I can remind you before meetings, deadlines and the end of nominations.
refused-no-such-nomination = There is no call for nominations to “{ $body }”.
refused-no-nominations = There is no call for nominations.
refused-which-nomination = Several calls are open: { $bodies }. Which one is meant?
refused-nomination-is-open = Nominations for { $body } are open already, until { $due }.
refused-nomination-is-closed = Nominations for { $body } closed on { $due }. The chair or the secretary can extend them.
refused-not-nominated = { $name } is not nominated for { $body }.
refused-not-your-nomination = You are not nominated for { $body }.
refused-no-organisation = You stand for no organisation in the network.
refused-no-such-seat = There is no seat “{ $seat }”. The seats are { $seats }.
refused-not-later = Nominations run to { $due } already. Please give a later day.
refused-every-seat-filled = In { $body } there { $left ->
    [0] are no seats
    [1] is only one seat
   *[other] are only { $left } seats
} left.
refused-not-allowed = { $needed ->
    [lead] That is for the chair, the vice-chair and the secretary.
    [own] You may do that with what you added yourself. Otherwise it is for the chair, the vice-chair and the secretary.
    [vote] Staff do not vote.
   *[take-part] Guests can read, but not change anything.
} Nothing was changed.
refused-slot-unreadable = { $slot ->
    [date] Which day? I could not read the date.
    [deadline] Until which day? I could not read the date.
    [start] What time? I could not read the time.
    [end] Until what time? I could not read the time.
    [at] When? I could not read the moment.
   *[other] Something is missing or cannot be read ({ $slot }).
} Nothing was changed.
refused-no-such-format = I cannot make { $format }. There is { $formats }.
refused-not-held = The meeting on { $date } has not been held yet.
refused-not-released = The minutes of { $date } are a draft with the secretary and have not been sent out yet.
refused-unknown-button = That button is no longer valid. Nothing was changed.
refused-no-seats = Please give at least one seat in { $body }.
refused-is-appointed = { $name } is appointed to { $body } already. That is changed by a new decision.
refused-has-declined = { $name } has declined the nomination for { $body }.
refused-which-meeting = There are several meetings on { $date }: { $times }. Please say which time.
refused-not-held-yet = No meeting has been held yet.
refused-meeting-still-open = The meeting on { $date } is going on. Close it before the minutes are sent out.
