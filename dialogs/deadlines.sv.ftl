deadlines-added = Jag har noterat frist { $number }: { $text }, { $due }, och påminner { $before } i förväg.
deadlines-none = Inga frister är noterade.
deadlines-title = Frister att hålla reda på
deadlines-line = { $number }. { $due }: { $text }
deadlines-moved = Frist { $number } är ändrad: { $text }, { $due }.
deadlines-reminder = Påminnelse: en frist närmar sig
deadlines-reminder-title = Påminnelse
deadlines-reminder-added = Påminnelse { $number } går ut { $at }: { $text }
deadlines-reminder-cancelled = Påminnelse { $number } går inte ut: { $text }
deadlines-habit = Jag påminner { $before } före { $subject ->
    [meeting] varje möte
    [deadline] varje frist
   *[nomination] varje nomineringstids slut
}.
