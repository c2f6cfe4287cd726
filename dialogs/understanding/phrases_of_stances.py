"""What several words together say of nominations, votes, consultations and what circulates: who stands where.

A name stands before its patterns, over folded text (lower case, no å ä ö); its lines are alternatives, and a line
indented further goes on where the one before ended.
"""

from __future__ import annotations

STANCES = r"""
puts_forward:
  \b(?:put|puts|putting) (?:\S+ ){1,5}?forward\b|\bput forward\b|\b(?:lyft(?:a|er|s)?|fora|
    for) (?:(?!att\b)\S+ ){0,4}?fram\b(?! (?:en|ett|till|forslag|underlag|tid))
  \b(?:min|var|vart|our|my|deras|kommunens) (?:kandidat|nominering|nominerade?|nomination|nominee|candidate|forslag till
    (?:ledamot|kandidat|representant))\b(?: \S+){0,8}? (?:ar|is|blir|will be|goes to|gar till)\b
  ^(?:our|my|min|var) (?:kandidat|nominering|nomination|nominee|candidate)\b
  \b(?:som|as) (?:var |our |my |min |en |a )?(?:kandidat|candidate|nominee)\b
goes_on:
  \b(?:keep|hold|hall|halla|haller|leave|lamna|lat|let|stays?|remains?|ligger|ligga|forbli\w*) (?:\S+ ){0,9}?(?:open|
    oppen|
    oppet|oppna|going|igang|i gang|kvar)\b
  \b(?:lopa|loper|run|runs|running|paga|pagar|galla|galler|continue[sd]?|fortsatt(?:er|a)?) (?:\S+ ){0,5}?(?:till|until|
    till|to|through|ytterligare|another|instead|istallet)\b
  \bprolong\w*|\bextend\w*|\bforlang\w*|\b(?:mer|mera|langre|more|extra|additional) (?:tid|time)\b
  \b(?:till|until|to) (?:\S+ ){1,5}?(?:pa sig|to nominate|att nominera)\b|\bytterligare \S+ (?:dag|vecka|veckor|dagar)\b
call_for:
  (?:send in|submit|skicka in|lamna in|kom in med) (?:\S+ )?(?:nomin\w+|kandidat\w*|candidates)
  nomin\w+ (?:\S+ )?(?:wanted|sought|invited|needed|onskas|efterfragas|efterlyses)|(?:dags|time) (?:att|to) nominera?
  calling for (?:names|candidates)|(?:efterlys\w*|behover) namn
  ^call(?:ing|s)? for nomin\w+|\b(?:we|vi|please|to|now|issue a|open a|send out a) call for nomin\w+|
    calling for nomin\w+|efterlys(?:a|er)?|behover nominera|ska nominera|need to nominate
  open for nomin\w+|soker (?:kandidater|nomineringar|representanter)
  looking for (?:candidates|nominees|nominations)|infor nominering|invite nominations
  sok(?:a|er)? (?:\S+ )?representant(?:er)?|utlys(?:a|er)?
say_yes:
  ^ja tack\b|^yes please\b|^(?:ja|yes)\b.*\bnomin
  \btill forfogande\b
  tackar? ja\b|\bsager ja\b|staller (?:jag |garna |upp)*upp|stall(?:a)? upp
  \bhappy to (?:be|stand|serve|accept|run)|glad to (?:be|stand|serve|accept)
  will (?:gladly )?(?:stand|serve|accept)|i'll stand|say yes|garna (?:kandidat|vara med)|kandiderar garna
  i accept(?=[.,!]|$| (?:the|this|my|it|being|to|with (?:pleasure|thanks|joy)|gladly|and)\b)
  jag accepterar(?=[.,!]|$| (?:det|nominering\w*|att|garna|och|uppdraget|kandidatur\w*|min)\b)|stand as a candidate|
    ar villig att|willing to (?:be|stand|serve|run|act)|\bi(?:'d|
     would) be (?:happy|glad|honou?red|delighted) to|count me in|jag ar med pa|garna bli nominerad
say_no:
  \b(?:inte|not|ej|can't|cannot) (?:\S+ ){0,2}?(?:tacka ja|acceptera|accept|stalla upp|stand)\b
  \b(?:i'm|i am|jag ar) (?:afraid|sorry|tyvarr)\b.*(?:\bturn|declin|pass on|tacka nej|avboja)
  \b(?:inte|not|ej|don't) (?:\S+ ){0,4}?(?:kandidera|(?:be|bli|vara) (?:\S+ )?(?:candidate|kandidat|nominee|nominated|
    nominerad))
  \b(?:avstar|avsta) (?:\S+ ){0,3}?kandid\w*
  \bnej tack\b|\bno thank(?:s| you)\b
  tackar? (?:\S+ ){0,2}?nej\b|\bsager nej\b|avboj(?:a|er)?|\bdeclin\w+
  (?:kan|vill) (?:tyvarr )?(?:inte|ej) (?:\S+ )?(?:stalla upp|kandidera|vara nominerad|bli nominerad|
    sta (?:som|pa)|nomineras)
  say no|rather not|can't (?:accept|stand)|cannot (?:accept|stand)
  (?:not|don't want to) (?:be )?(?:nominated|available|stand)|staller (?:\S+ ){0,3}?inte upp
  inte (?:\S+ )?staller upp|unable to (?:accept|stand)|avsager mig|stand down|turn(?:ing)? down|tacka nej
no_nominee:
  \b(?:inte|ej|not|n't|won't|don't|never) (?:\S+ ){0,2}?(?:put\w*|lyft\w*|have|has|har|ha|foresla\w*|propos\w*|
    suggest\w*|
    name|naming) (?:\S+ ){0,4}?(?:anyone|anybody|nagon|nagra|any\b|a candidate|a name|namn|someone|nominee|kandidat)
  \b(?:ingen|inga|nobody|no one|no-one|no (?:name|candidate)s?) (?:\S+ ){0,3}?(?:att foresla|att lyfta|to propose|
    to suggest|
    to put forward|to nominate|to name|vi vill nominera|nomineras|foreslas)
  \b(?:inga?|no) (?:forslag|namn|names?|suggestions?) (?:fran|from|till|for|to) .*(?:lpo|grupp|rad\b|radet|utskott|
    panel|board|council|committee)
  \bno nomin\w+ (?:from|fran|by)\b|\binga? nominering\w* (?:fran|av|from)\b|\b(?:nothing|nobody) (?:from|by) (?:us|our)
  nominerar (?:\S+ )?(?:ingen|inte)\b|nominates? (?:nobody|no one|no-one)
  (?:ingen|inga|no) (?:att nominera|nominering(?:ar)?|nominee?s?|nominations?|kandidat(?:er)?|candidates?|
    egen kandidat)\b(?! (?:yet|an))
  avstar (?:\S+ ){0,3}?(?:att nominera|nominering\w*)
  (?:not|inte) (?:\S+ )?(?:nominating|nominate|nominera) (?:anyone|anybody|nagon|any)
  (?:will|does|do|won't|are|is) ?(?:not|n't)? (?:be )?nominat\w+ anyone
  pass(?:es|ar)? (?:on|pa) (?:the )?nomin\w+|kommer inte att nominera|refrain(?:s)? from nominating
  nobody to nominate|ingen att nominera|(?:won't|not going to|will not) nominate
vote_among:
  (?:bland|mellan|pa|om) (?:de )?(?:nominerade|kandidater\w*)|among (?:the )?(?:nominees|candidates)
  (?:on|for|between) (?:the )?(?:nominees|candidates)|nomination poll|personval
i_vote:
  \b(?:jag|vi) rostar(?! (?:nu |da )?(?:bland|mellan|om|alltid|aldrig|sallan|inte|varje|hemma|i nasta|i kommun|
    i riks)\b)|rostar (?:jag|vi)(?! (?:nu |da )?(?:bland|mellan|om)\b)
  \b(?:vi|jag) (?:i|pa|fran|hos) \S+(?: kommun)? rostar\b|\bcount (?:my|our) vote\b
  \b(?:gets|has|have|far) (?:my|our|min|var) (?:vote|rost)|^(?:my|our|min|var) (?:vote|rost)\b(?=\s*$| (?:is|goes|
    ar (?:pa|for)|gar|for|till|pa|far|to)\b)
  \b(?:i|we) (?:hereby )?vote\b(?! (?:now )?(?:among|between|every|in the|at the|on the))|(?:min|var) rost (?:gar|till|
    pa|far|for)\b
  (?:my|our) vote (?:goes|is)\b|lagger min rost|(?:mitt|vart) forstahandsval|my first choice|i'm voting
  (?:i|we) cast (?:my|our) vote|put (?:me|us) down for|i'd vote
closes_poll:
  \b(?:stang|stanga|avsluta|close|end|finish|stop|stoppa|wrap up)\b (?:\S+ ){0,3}?(?:omrostning\w*|poll\w*|rostning\w*|
    votering\w*|vote|voting|ballot)\b
takes_stance:
  ^(?:(?!om\b|if\b|unless\b|ingen\b|nobody\b|no\b|none\b|att\b|that\b|to\b|beslut|cirkul|circul|decid|skicka|send|
    forslag:
    |per\b|ska\b|kan\b|can\b|shall\b)\S+ ){0,5}?(?:invander\b|motsatter (?:mig|oss|sig)|objects?\b|oppos(?:e|es|ing)\b|
    samtycker|
    samtycke fran|tillstyrker|consents?\b|agrees?\b|supports?\b|stodjer|backs?\b|approves?\b|godkanner|accepts?\b|
    accepterar|
    instammer|bifaller|sager (?:ja|nej)|says? (?:yes|no)|staller (?:mig|oss|sig|upp)|rejects?|avvisar|avslar|avstyrker|
    (?:har|have|has|ser|see|sees) (?:\S+ )?(?:inget|inga|ingen|no|nothing|en|an|some|vissa|flera) (?:\S+ )?(?:emot|
    invand\w*|
    objection\w*|erinran|against|problem)|(?:ar|is|am|are|i'm|we're) (?:\S+ )?(?:emot|against|for\b|in favou?r|
    happy with|
    okej med|ok with|okay with|fine with|med pa|nojda? med))
  ^(?:approved|agreed|accepted|godkant|godkanns|ok|okej|okay|fine|ja|yes|no|nej) (?:from|by|with|for|fran|for|av|till|
    to)\b
  ^(?:objections?|invandning\w*|protest\w*|veto) (?:from|fran|to|mot|by)\b
  ^(?:inga|ingen|no) (?:invand|object|erinran)\w* (?:fran|from|mot|to|har)\b
consents:
  ^(?:approved|agreed|accepted|godkant|ok|okej|okay|fine|ja|yes) (?:from|by|with|for|fran|av|till|to)\b
  \b(?:agrees?|supports?|consents?|approves?|godkanner|stodjer|bifaller|accepterar|sager ja|
    says? yes) (?:\S+ ){0,3}?(?:to|med|till|
    the|this|that|forslag\w*|det|proposal|cirk\w*)\b
  \b(?:ok|okej|okay|happy|fine|in favou?r|nojda?|med pa)\b (?:\S+ )?(?:with|of|med|by)\b
  \b(?:samtycker|tillstyrker|instammer)\b
  inga invandningar|no objections?|inget att invanda|har inget emot|ingen erinran
  (?:i|we) (?:approve|agree|support|consent)\w*|(?:jag|vi) (?:godkanner|tillstyrker|samtycker|instammer)
  nothing against|inget emot|don't object|fine with (?:me|us)|ok for (?:me|us)
  (?:jag|vi) ar (?:med pa|for)|staller (?:mig|oss|sig) bakom|invander inte|har inga synpunkter
objects:
  \b(?:sager nej|says? no|rejects?|avvisar|avslar|avstyrker)\b|\b(?:not|inte) (?:\S+ )?(?:ok|okej|okay|happy|fine|
    nojda?) (?:with|med)
  \boppos(?:e|es|ing)\b|^objections? (?:from|to|by)\b|^invandning\w* (?:fran|mot)\b
  \binvander\b|motsatter|\b(?:i|we) object\b|\bobjects\b
  (?:har|finns) (?:en |flera |vissa )?invandning(?:ar)?|have (?:an |some )?objections?
  (?:ar|is|am|are) (?:emot|against)|sager nej till forslaget|oppose(?:s)?|kan inte (?:godkanna|stalla)
  i'm against|staller (?:mig|oss|sig) inte bakom|godkanner inte|can't (?:agree|accept)
  cannot (?:agree|accept)|do not agree|don't agree|invandning fran
capsulam:
  per capsulam|tyst samtycke|tystnad(?:en)? (?:ar|betyder|raknas)|silence (?:means|is|counts|equals)
  mellan (?:tva )?moten(?:a)?|between (?:the )?meetings|by circulation|cirkulationsbeslut|cirkulations?\w*
  \bcirkulera\w*|\b(?:by|for|in|via|through) circulation\b|\bcirculat(?:e|ed|ing)\b|skriftligt (?:forfarande|beslut)|
    written procedure
  om ingen (?:invander|protesterar)|unless (?:anyone|someone|anybody) objects
no_answer:
  \bavstar (?:\S+ ){0,4}?(?:att )?(?:svara|yttra|svar)
  \b(?:svarar|yttrar sig|answers?|answering|repl(?:y|ies)|respond(?:s|ing)?) (?:inte|ej|not)\b
  \b(?:lamnar|skickar|ger|sends?|gives?|submits?|has|have|avger) (?:inget|ej|no|
    inte nagot) (?:\S+ )?(?:svar|repl\w+|respon\w+|answer|yttrande|remissvar)
  \b(?:not|won't|inte|doesn't|don't) (?:be )?(?:going to )?(?:svara|answer\w*|repl\w+|respond\w*|yttra)\b
  declin\w+ to (?:answer|reply|respond)|refrain\w* from (?:answer|reply|respond)\w*|abstain\w*
  kommer inte att svara
joint_reply:
  \b(?:the |det |den )?(?:common|joint|gemensamma|shared|lansgemensamma) (?:reply|answer|response|
    svar(?:et)?|remissvar(?:et)?|yttrande(?:t)?)\b
i_consent:
  \b(?:jag|i|we|vi) (?:samtycker|consent|godkanner|agree)\b
objects_nothing:
  \b(?:inga|ingen|no|not|inte|don't|inget|without|utan) (?:\S+ ){0,2}?(?:invand\w*|object\w*|erinran|emot)\b
consent_alone:
  ^(?:jag |vi |i |we )?(?:samtycker|consent|har inget att invanda|have no objections?|har inga invandningar|
    inga invandningar|no objections?|invander inte|do not object|don't object|har ingen erinran|
    ingen erinran)(?=[.!,]|$| (?:fran|from|till det|till forslag|to (?:it|this|that|the)\b|mot (?:det\b|forslag)))
objects_clear:
  \b(?:jag|vi|i|we) (?:invander|object|motsatter|oppose)\b|\b\w+ (?:motsatter sig|invander|objects)\b
gives_answer:
  \b(?:lamnar|skickar|avger|ger|sends?|gives?|submits?|writes?|skriver) (?:in )?(?:ett |sitt |its |their |a |
    an )?
    (?:eget|egen|own|gemensamt|joint|common|separate) (?:remiss)?(?:svar|yttrande|reply|response|answer)
"""
