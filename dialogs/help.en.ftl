help-title = What I can do
help-intro = Mention me with @ and write as you speak, in Swedish or English. Choose a subject for examples.
help-title-agenda = The agenda
help-title-meetings = Meetings
help-title-decisions = Decisions and notes
help-title-presence = Presence
help-title-tasks = Tasks
help-title-nominations = Nominations
help-title-reminders = Reminders
help-title-minutes = Minutes
help-title-members = Members and settings
help-agenda = add agenda item Budget 2027, presented by Anna Berg, 15 min
    show the agenda
    change item 4 to a decision
    move item 6 to place 4
    withdraw item 5
    table item 5 to the next meeting
    the last day to submit items is 2 December
    send out the agenda
help-meetings = schedule a meeting on Friday at 8–9.15 on Teams
    meet every third Friday of the month at 8–9.15
    move the next meeting to 14 December
    cancel the next meeting
    when is the next meeting?
    open the meeting
    close the meeting
help-decisions = go to item 4
    decision: to approve the proposal
    the information is filed
    note that the region will come back in March
    undo that
    what have we decided about the budget?
help-presence = present: Anna Berg, Bo Ek and Carin Lund
    Bo Ek attends from 13 to 15
    apologies: Anna Berg
    Dan Holm is standing in for Anna Berg
    Eva Sten from SKR is a guest for item 5
help-tasks = Anna Berg will send out the documents by 22 March
    I will book a room
    task 3 is done
    show the tasks
help-nominations = call for nominations to the steering group, by 16 April
    nominate Anna Berg for the steering group
    who has been nominated?
    extend the nominations to the next meeting
    appoint Anna Berg to the steering group
help-reminders = remind us on Thursday at 8 about the survey
    remember: the report is due 31 January
    what deadlines do we have?
    remind us one week and one day before every meeting
help-minutes = show the minutes
    give me the minutes as pdf
    send out the minutes, comments by 30 November
help-members = who is in the network?
    add Anna Berg, Falun, as a member
    answer in Swedish
    the network's language is English
