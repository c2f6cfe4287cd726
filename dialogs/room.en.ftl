room-item = Item { $number }. { $title }.{ $presenters ->
    [none] {""}
   *[other] {" "}Presented by { $presenters }.
}
room-noted = Noted under item { $number }, “{ $title }”.
room-decided = Decision under item { $number }, “{ $title }”:
room-is-noted = Noted under item { $number }: the information is noted.
room-filed = Noted under item { $number }: the information is filed.
room-filed-minutes = Noted under item { $number }: the minutes are filed.
room-taken-back = Taken back: “{ $said }”.
