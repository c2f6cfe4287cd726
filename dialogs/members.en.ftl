members-title = { $network }, { $count ->
    [1] one member
   *[other] { $count } members
}
members-role-chair = chair
members-role-vice-chair = vice-chair
members-role-secretary = secretary
members-role-member = member
members-role-substitute = substitute
members-role-staff = staff
members-role-guest = guest
members-added = Added to the roll: { $member }.
members-changed = Changed on the roll: { $member }.
members-removed = { $name } is no longer on the list of members. What is written about { $name } stays in the records.
members-language-sv = Swedish
members-language-en = English
members-my-language-sv = Jag svarar dig på svenska från och med nu.
members-my-language-en = I will answer you in English from now on.
members-layout-clauses = clauses
members-layout-decision = decision sentences
members-set = { $name ->
    [language] The network's language is now { $value }.
    [zone] The network's time zone is now { $value }.
    [name] The network is now called { $value }.
   *[layout] The minutes are now written with { $value }.
}
members-confirmed = Thank you. The network is called { $network } and writes in { $language }.
