deadlines-added = Deadline { $number } is noted: { $text }, { $due }. I will remind you { $before } before.
deadlines-none = No deadlines are noted.
deadlines-title = Deadlines to keep in mind
deadlines-line = { $number }. { $due }: { $text }
deadlines-moved = Deadline { $number } has been moved: { $text }, { $due }.
deadlines-reminder = Reminder: a deadline is near
deadlines-reminder-title = Reminder
deadlines-reminder-added = Reminder { $number } will be posted on { $at }: { $text }
deadlines-reminder-cancelled = Reminder { $number } will not be posted: { $text }
deadlines-habit = I will remind you { $before } before { $subject ->
    [meeting] every meeting
    [deadline] every deadline
   *[nomination] the end of every call for nominations
}.
