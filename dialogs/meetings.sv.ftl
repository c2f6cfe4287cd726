meetings-when = { $date } { $time }{ $place ->
    [none] {""}
   *[other] {" "}({ $place })
}
meetings-scheduled = Mötet { $meeting } är inlagt.
meetings-series = Möten är inlagda { $rule } { $time }: { $dates }{ $count ->
    [1] .
    [2] .
    [3] .
   *[other] {" "}och vidare, { $count } möten det närmaste året.
}
meetings-moved = Mötet { $before } är flyttat till { $meeting }. Påminnelserna följer med.
meetings-same = Mötet är redan { $meeting }.
meetings-shift-these = { $count ->
    [1] Det här mötet får ny tid:
   *[other] Följande { $count } möten får nya tider:
}
meetings-and-more = och { $count } till
meetings-shift-yes = Ändra tiderna
meetings-shifted = { $count ->
    [1] Mötet { $first } är ändrat till { $time }. Påminnelserna följer med.
   *[other] { $count } möten från och med { $first } är ändrade till { $time }. Påminnelserna följer med.
}
meetings-cancelled = Mötet { $meeting } är inställt{ $reason ->
    [none] .
   *[other] : { $reason }.
} Inga fler påminnelser går ut om det.
meetings-now = Mötet { $meeting } pågår.
meetings-next = Nästa möte är { $meeting }.
meetings-coming = Kommande möten
meetings-opened = Mötet { $meeting } är öppnat. Dagordningen har { $items ->
    [1] en punkt
   *[other] { $items } punkter
}. Vilka är närvarande?
meetings-closed = Mötet avslutades { $time } med { $decisions ->
    [0] inga beslut
    [1] ett beslut
   *[other] { $decisions } beslut
} och { $tasks ->
    [0] inga uppdrag
    [1] ett uppdrag
   *[other] { $tasks } uppdrag
}.
meetings-reminder = Påminnelse: möte om { $left }
meetings-time-row = Tid
meetings-show-agenda = Visa dagordningen
meetings-items-reminder = Påminnelse: sista dag att anmäla punkter till mötet { $meeting } är { $due }.
meetings-nobody-noted = Ingen närvaro är antecknad; skriv till exempel ”närvarande: …” så kommer den med.
meetings-draft-with-secretary = Utkastet till minnesanteckningar finns hos ordföranden och sekreteraren tills det skickas ut.
meetings-left-over = På dagordningen stod { $items }.
meetings-carry = Flytta { $count ->
    [1] punkten
   *[other] punkterna
} till { $meeting }
meetings-carried = Punkterna står nu på mötet { $meeting }.
