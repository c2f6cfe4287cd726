"""What several words together tell about a sentence: things, places, manner, chatter.

A name stands before its patterns, over folded text (lower case, no å ä ö); its lines are alternatives, and a line
indented further goes on where the one before ended.
"""

from __future__ import annotations

CUES = r"""
other_business:
  ovriga? frag(?:a|or|an|orna)|any other business|\baob\b|other business
shall:
  \bska(?:ll)?\b|\bshall\b|\bwill\b|\bis to\b|\bneeds? to\b|\bmust\b|\bmaste\b|\bshould\b|\bgoing to\b
  \b(?:we|i|you)'ll\b
how_stands:
  hur (?:ligger|gar|star|ser|har|manga)|how (?:is|are|many|did|does|has)|resultat(?:et)?|result(?:s)?\b
  stallning(?:en)?|standing(?:s)?|who has voted|vem (?:har|leder)|vilka har rostat|status|rostlage(?:t)?
thanks_for:
  \b(?:tack|thanks|thank you|thx)\b (?:\S+ ){0,4}?(?:for|(?:till|to)(?! (?:the )?nomin))\b
opinion:
  \bi (?:like|love|prefer|hope)\b|\bjag gillar\b|^det (?:ar|var|blir|kanns) (?:\w+ )?(?:bra|kul|synd|trakigt|
    viktigt|skont|roligt)\b
  ^(?:bra|great|good|nice|fint|fin|toppen|utmarkt|kul|skont|intressant|grattis|congrat\w*|typiskt|snyggt|
    perfekt)\b
  \bworks? (?:\w+ )?(?:well|fine|great)|fungerar (?:\w+ )?(?:bra|fint)|\b(?:ar|is|was) (?:\w+ )?(?:insane|
    great|viktig\w*|important|rimlig\w*|sensible|jobbig\w*|tuff\w*|tough|excellent|fantastisk\w*)\b
  tycker (?:jag|vi)|(?:jag|vi) (?:tycker|tror|tror att|undrar|haller med|hoppas|kanner)
  i (?:think|guess|believe|hope|agree with|wonder|feel)|bra att|synd att|kul att|nice that|glad that
  good that|glad att|skont att|great (?:work|job|that)|(?:bra|fint) (?:jobb\w*|att|mote|gjort)|klokt
  works? well|fungerar bra|intressant|jag minns|paminner mig om|reminds me
past_time:
  \bi (?:fredags|torsdags|onsdags|tisdags|mandags|lordags|sondags|gar|forrgar|varas|hostas|somras|vintras|
    morse)
  forra (?:gangen|veckan|aret|manaden)|yesterday|last (?:week|time|month|year)|this morning|nyss|redan
  already|a while ago
past_tense:
  \b(?:(?:det|den|som|jag|vi|han|hon|de|\w+en|\w+et|\w+an|ni|du) var|hade|blev|fick|gjorde|tog|tyckte|
    gick|kom(?! ihag)|lade|sag|horde|flyttade|skickade|roststade|
    rostade|beslutade vi|was|were|had|did|went|said|got|took|came|saw|sent|(?<!be )(?<!been )moved|added|voted|
    heard|liked|
    managed)\b
what_about:
  ^(?:what about|how about|hur gor vi med|vad sags om|vad gor vi med|hur blir det med|och hur)\b
zone_word:
  time ?zone|tidszon(?:en)?|\btimezone\b
have_item:
  \b(?:har|have|got|i've|behover)\b (?:\S+ ){0,3}?(?:punkt|arende|item|fraga|topic)\b
kind_word:
  \b(?:till|as|som|a|an|en|ett|to|into a|into|for|be|vara|blir) (?:en |ett |a |an )?(?:beslut\b|decision|
    info|information\w*|diskussion\w*|discussion|uppfoljning\w*|follow-up|dialog\w*|beslutspunkt|
    informationspunkt|diskussionspunkt)
place_cue:
  \b(?:till|to|pa|som|as|in|into|at|bli) (?:plats|position|nummer|nr|place|number|the (?:top|end|bottom|
    beginning|start)|slot|forsta|sista|no|first|last|second|third|fourth|fifth)\b
  \b(?:som|as|bli|become) (?:punkt|item|nr)\b|\boverst\b|\bforst\b|\bsist\b|\bnederst\b
  \b(?:before|after|fore|efter|innan|above|below|ahead of) (?:item |punkt |the |nr |arende |punkten )?(?:\d|
    item|punkt|\w+ (?:item|punkt))
  \blast\b(?! item)|\bfirst\b(?! item)|top of the (?:agenda|list)|byt(?:a|er)? plats|swap
  \b(?:upp|ner|ned) (?:till|to) (?:plats )?\d|\bup to \d|\bto (?:be )?(?:number|no) \d
next_time:
  \b(?:ta|tar|take) (?:den|det|it|that) (?:\S+ ){0,2}?(?:nasta|next)\b
  \bnasta gang\b|\bnext time\b|till ett senare mote|to a later meeting
becomes:
  \b(?:blir|bli|become|becomes|be|vara|gors om|goras om|gor om)\b
here_is:
  \b(?:har (?:ar|kommer)|here(?: is|'s| are| comes)|lanken? till|link (?:for|to)|underlag(?:et)? (?:till|
    for|pa)|bilaga till|handling till)\b
did_we:
  ^(?:har|have|has|did|fattade|beslutade|togs|tog|finns det|fanns det|is there|was there|were there|nar|
    var det)\b
meant_past:
  \b(?:forra (?:gangen|aret)|i varas|i hostas|last (?:time|year|spring)|redan|already|ju)\b
value_to:
  \b(?:till|to|in) (?:engelska|svenska|english|swedish)\b
be_value:
  \b(?:ska|skall|should|shall|must) (?:vara|be)\b|sprak(?:et)? (?:ar|blir)|language is
municipal:
  \b(?:per |pa |mellan |among |between |by |for )?(?:alla |the |lanets |samtliga )?(?:kommun\w*|
    municipal\w*)\b
per_head:
  \bper (?:kommun|capita|invanare|municipality|head|person)\b
role_said:
  \b(?:vice[- ]?)?(?:ordforande|chair(?:man|woman|person)?|viceordforande|sekreterare|secretary|ledamot|
    medlem|member|substitute|ersattare|suppleant|deputy|staff|tjansteman|handlaggare|ordf)\b
from_org:
  \bx+(?: x+)*,? (?:fran|from|of|\() ?\w|\bx+(?: x+)+, \w+
is_new:
  ^(?:ny|new|our new|the new|var nya|nya|var)[ ]
  \b(?:blir|ar nu|is now|becomes|will be|tar over som|takes over as|ar ny|is our new|is the new|ar var nya|
    valkomna|welcome|joins? as|borjar (?:som|i|hos)|gar med i|ar invald|tilltrader)\b
body_word:
  \b(?:\w{3,}rad(?:et)?|kommitte\w*|styrgrupp\w*|lpo|arbetsgrupp\w*|programrad\w*|council|committee|steering|
    utskott\w*|board|radet)\b
substitute_for:
  \b(?:ersattare|substitute|suppleant|deputy) (?:for|till)\b
place_said:
  \bx+ x+,
today_or_meeting:
  \b(?:i ?dag|today|mote\w*|meeting|now|nu)\b
about:
  \b(?:om|about|of|to|att|that)\b (?!(?:\d|en |ett |tva |tre |an? |one |two |every|varje|alla|all |moten|
    meetings|deadlines|motet|mote\b))
about_what_how:
  ^(?:hur|how|when|nar)\b
plural_subject:
  \b(?:moten(?:a)?|meetings|deadlines|nomineringar(?:na)?|nominations|uppgifter|due dates|a (?:meeting|
    deadline|nomination)|(?:ett|en) (?:mote|deadline|nominering\w*)|nominering(?:en|ar|stid\w*|speriod\w*)|
    nomination(?:s)?|nominations? (?:close|end)s?)\b
show_nominees:
  \b(?:visa|lista|show|list)\b
count_seats:
  \b(?:en|ett|tva|tre|fyra|fem|sex|\d+|one|two|three|four|five|some|a|fler|nya|nagra|an) (?:nya |
    new )?(?:representant\w*|ledamot\w*|ledamoter|plats\w*|seats?|representatives?|members?|personer|people|
    kandidat\w*|candidates?|delegates?)\b
deadline_only:
  ^(?:forlang|extend) (?:the )?deadline\b(?! for nom)
vote_among_only:
  ^(?:dags att |let's |nu )?(?:rosta|vote) (?:bland|pa de|pa kandidat|among)
which_options:
  \b(?:vilka alternativ|what options)\b
wh_first:
  ^(?:vad|vilka|vilken|vilket|vem|nar|hur|what|which|when|who|how|where)\b
question_word:
  ^(?:vad|vilka|vilken|vilket|vem|nar|hur|varfor|what|which|when|who|how|where|why|is|are|did|does|ar|har|
    blir)\b
wh_next:
  \b(?:nasta|next|forra|last)\b
answers_no:
  \b(?:avstar|avboj\w*|declines?|passes|abstains|refrains)\b
remiss_new:
  \blog\b|\blogga\b|\bdiariefor\b
  \b(?:ny|nytt|new|fatt|inkommit|kommit|received|got|arrived|registrera\w*|register|lagg in|add|anteckna|
    have a|har en)\b
not_consent:
  \b(?:inte|not|ej|don't|can't|cannot|never)\b(?! (?:invand|object|har))
comment_colon:
  ^(?:synpunkt\w*|kommentar\w*|comment\w*|correction\w*|rattelse\w*)
minutes_shown:
  ^hur (?:ser|ligger|gar)\b
closed_cause:
  \b(?:nomin\w*|poll|omrostning\w*)\b
by_date:
  \b(?:till|senast|by|before|until|innan|fore|no later than)\b
settings_word:
  \b(?:sprak\w*|language|tidszon\w*|time ?zone|layout)\b
person_role:
  \bsom ny\b
minutes_comment:
  \b(?:utkast\w*|draft)\b
goto_item:
  ^(?:vi )?(?:gar|ga|go|move on|vidare)\b
invitation:
  \b(?:inbjudan|invitation|erbjudande\w*|offer)\b
kind_item:
  \b(?:decision|info|information|informational|discussion|follow-?up) (?:item|point)s?\b
  punkt for (?:beslut|information|diskussion)
  item for (?:decision|information|discussion)
exclaim:
  ^(?:sa )?manga\b|^(?:so )?many\b|^vilket?n? (?:dag|vecka|fest|jobb)\b
  ^(?:vilket|vilken|vilka|what an?|sa|how) (?:bra|fin\w*|klok\w*|great|good|nice|fantastisk\w*|lang\w*|
    harlig\w*|kul|trevlig\w*|snabb\w*|skon\w*)
a_reminder:
  ^(?:en |ett |a |ny |new |nytt )*(?:paminnelse|reminder)\b(?! function)
asks_people:
  ^(?:kommer (?:du|ni|nagon) ihag|minns (?:du|ni|nagon)|remember (?:when|how)|do you remember|anyone remember)\b
  ^(?:\w+, )?(?:har|have|has|did|fick|ser|hor|horde|kan) (?:du|ni|you|alla|nagon|everyone|anyone|he|she|han|
    hon|everybody|anybody|de|they)\b(?! (?:visa|show|lagg|add|boka|skicka|send)\b)
next_word:
  ^(?:nasta|next|vidare|(?:vi )?gar vidare|(?:let's )?move on|next one|nasta tack)$
i_take:
  ^(?:jag|vi|i|i'll) (?:kan |will |can )?(?:tar?|take) (?:det|den|it|that) (?:har )?(?:med|om|pa mig|on me|one|here)\b
  ^(?:jag|i|i'll) (?:tar|take) (?:det|den|it|that|this)(?: one)?[.!]?$
  ^(?:jag|vi) (?:aterkommer (?:med|om|kring|till)|kollar upp|tar reda pa|ansvarar for|ser till att|tar pa (?:mig|oss)|
    tar hand om|atar mig)\b
  ^(?:i'll|i will|we'll|we will) (?:get back|come back|look into|find out|take care|take on|check with|follow up|
    see to)\b
put_down_for:
  \bput x+(?: x+)* down (?:for|to)\b|\bskriv upp x+(?: x+)* (?:pa|for) att\b
tick_that:
  \b(?:stryk|cross|ta bort|tick|remove|take)\w* (?:den|det|it|that) (?:fran|from|off) (?:the |min |var |my |
    our )?(?:list|att-gora|att gora|to-do|todo)\w*
  (?:tick|bocka|pricka|check|cross|stryk)\w* (?:(?:that|this|it|den|det|the) ?(?:one |task )?)+(?:off|av)\b|^(?:bocka|
    pricka|tick)
mark_done:
  \b(?:markera|mark|satt|set|flag)\w* (?:\S+ ){0,4}?(?:som |as )?(?:klar\w*|done|complete\w*|fardig\w*|finished|
    avslutad)\b
  \b(?:kan|ska|far|can|may|could) (?:nu |now )?(?:bockas|prickas|strykas|be ticked|be crossed|be checked|
    be closed) ?(?:av|off)?
  (?:uppgift\w*|uppdrag\w*|task|action) \S+ (?:ar |is )?(?:klar\w*|done|fardig\w*|finished|gjord|utford)
i_am_done:
  ^(?:jag|i|i'm|nu ar jag) (?:har |have |ar |am |nu |now )*(?:klar|fardig|done|finished) (?:med|with)
    (?! (?:det har|this|dig|you|er|livet|life|dagen|arbetsdagen|jobbet|work|lunch\w*|kaffe\w*))
on_plate:
  \bpa (?:sitt|mitt|vart|hennes|hans|ditt) (?:bord|lista)|on (?:his|her|their|my|our) (?:plate|list|desk)
reminded:
  \bpaminn(?:s|as)\b|\b(?:is|are|be|gets?) reminded\b|\bblir? paminda?\b
at_colon:
  ^(?:posta?|post|skicka|send|lagg|put|set|skapa|create|give|ge|schedule|schemalagg)\b.*reminder.*|^(?:posta?|skicka|
    lagg|skapa|
    ge|schemalagg)\b.*paminnelse
others_say:
  \b(?:bad|bett|lovat|lovade|asked|promised|told|wants? (?:me|to)|used to|brukar|brukade|vagrar|forsokte|
    tried)\b.*\b(?:paminn|remind)
  ^paminner (?:mig|oss|lite|om|verkligen)\b(?! om att)
remind_of_what:
  \b(?:paminna?|remind) (?:mig|oss|me|us) (?:om|about|of)? ?(?:vad|vilk\w+|hur|vem|nar|what|how|who|which|when|why|
    varfor)\b
we_appoint:
  ^(?:(?:da|nu|harmed|hereby) )?(?:vi|we|natverket|motet|the network|the meeting) (?:hereby )?(?:utser|valjer|
    appoints?|elects?)\b
  ^(?:appointa?|utse|valj|elect)\b
nothing_against:
  ^(?:(?!de\b|han\b|hon\b|they\b|he\b|she\b)\S+ ){0,5}?(?:inga|ingen|inget|no|not|inte|don't|
    nothing) (?:\S+ ){0,2}?(?:invand\w*|object\w*|
    erinran|emot|against)(?: (?:det|it|this|that|forslaget))?(?:,? (?:fran|from|for|har|here|alls|at all|mot|
    to) ?(?:det|it|this|
    that|the proposal|forslag\w*|oss|us|our side|var sida))?[.!]?$
nominate_me:
  \b(?:put|lyft|nominate|nominera\w*|foresla\w*|propose) (?:me|myself|mig|mig sjalv)\b(?! (?:in|down|up|on))
alerting:
  ^(?:alert|notify|pinga?|varsko|informera|meddela) (?:the (?:channel|group|network|members)|alla|us|oss|every\w*|
    kanalen|gruppen|natverket)\b
nudge:
  \b(?:give|ge|get) (?:us|me|oss|mig|everyone|alla) (?:a |en )?(?:\S+ )?(?:nudge|shout|poke|ping|heads-up|knuff|
    paminnelse|reminder)
dated_what:
  ^(?:vilka|what|which|any|nagra) (?:\S+ )?(?:datum|dates|sista datum|tidsfrister|deadlines)\b.*(?:halla|att passa|
    keep|meet|coming|
    framover|att tanka)
same_again:
  ^(?:gor|do|samma|same)\b.*\b(?:samma|likadant|same|sak|det|den|that|it|thing)\b.{0,20}$
private:
  \bfamil\w+|\bslakten\b|\bhaha\b|\bmovie\b|\b(?:my|min) (?:doctor|lakare|tandlakare|dentist|rygg)\b|\brontgen\b|
    \bortoped\w*|\blol\b|\b(?:min|mitt) (?:fru|man|son|dotter|sambo|granne|mamma|pappa|chef|hund)\b|
    \bmy (?:wife|husband|
    son|daughter|partner|neighbou?r|mum|dad|boss|dog)\b
  \boperera\w*|\bsemester|\bledig\w*|\b(?:aka|resa|sova|ata|dansa|sjunga|gifta|fira|vila|trana|springa|flytta in|bli|
    vara|ha|heta|fylla
    |hinna|do|banta|plugga|jobba|sluta|baka|tavla|spela) |\bhem(?:ma)?\b|\bbarn(?:en)?\b(?! och)|\blunch\b|\bvab\w*|
    \bsurgery|\bholiday
  \bvacation|\bmarried|\bbirthday|\bborn\b|\b(?:at|go|be) home\b|\bbaby|\bkids?\b|\bwill be\b|\bwill (?:have|never|
    love|miss|
    probably)\b|\bretire\b|\bpension\b|\btror jag\b|\bhoppas jag\b|\bi guess\b|\bi (?:think|hope)\b
i_decline:
  \b(?:i|jag) (?:\S+ ){0,4}?(?:decline|avboja|avbojer|tackar? (?:\S+ ){0,2}?nej|tacka (?:\S+ ){0,2}?nej|
    turn (?:\S+ ){0,3}?down|
    say no|pass on|avstar|avsta)\b
goes_till:
  \b(?:till|until|till|to|through|by)\b
names_in:
  \b(?:namn|names|forslag|kandidater|candidates)\b (?:\S+ ){0,3}?(?:kommit|come|inkommit|inne|in\b|finns|fatt|received|
    so far)
  \b(?:put forward|lyfts fram|foreslagits|been proposed|been suggested|foreslagna|foreslas)\b
no_candidate:
  \b(?:no longer|not|inte langre|ej langre|inte) (?:a |an |en )?(?:candidate|nominee|nominated|kandidat|nominerad|
    aktuell som kandidat)\b
    (?=.*\b(?:take|ta|stryk|remove|withdraw|dra|delete|radera)\b)
poll_heading:
  ^(?:ny |new |quick |snabb )?(?:poll|omrostning|votering|rostning|vote|straw poll|enkatfraga)$
votes_said:
  \brost(?:er|erna|siffr\w*)\b|\bvotes\b|\bscore\b
counted:
  \d[\d ,.]{3,}
by_basis:
  \b(?:by|per|efter|according to|enligt|based on|baserat pa) (?:\S+ )?(?:population|inhabitants|capita|folkmangd|
    invanare|
    invanarantal|befolkning\w*|kommun|municipality|head)|\b(?:equally|evenly|lika|jamnt)\b
members_in:
  ^vilka kommuner (?:ar|ingar|finns) (?:med|har|i)\b
  ^(?:vilka|which|what|who|vem) (?:\S+ )?(?:kommuner|municipalities|organisationer|organisations|organizations|
    ledamoter|people)
    (?:\S+ )?(?:ar|are|is|ingar|sitter|tillhor|belong|in\b|med|finns)(?! (?:svar|answer|rost|vot|inte|not))
from_network:
  \b(?:fran|from|ur|off|out of) (?:the |our |var |vart )?(?:natverk\w*|network|medlemslist\w*|member(?:ship)? ?list|
    medlemmarna|
    register|roster)
request_speak:
  ^(?:prata|tala|skriva?|svara|kor|anvand|byt|answer|reply|speak|talk|write|respond|use|switch|change)\b
  \b(?:du|you) (?:\S+ ){0,3}?(?:prata|tala|skriv|svara|answer|reply|speak|talk|write|respond|use)\w*
  \b(?:should|ska|must|bor) (?:\S+ ){0,3}?(?:use|anvanda|speak|tala|prata|skriva)\b
  \b(?:from now on|framover|i fortsattningen|hereafter|hadanefter|sprak\w*|language)\b
  \b(?:vill|want|prefer|foredrar|like)\b.*\b(?:svar|answers?|replies|pa|in)\b
layout_value:
  \b(?:till|to|som|as|be|vara|is|ar|beslut\w*|decision|clauses?|att-sats\w*|attsats\w*)\b
clause_layout:
  \b(?:att-?sats\w*|att-?clauses?|that-clauses?|clauses)\b(?=.*\b(?:protokoll\w*|minutes)\b)
  \b(?:protokoll\w*|minutes)\b(?=.*\b(?:att-?sats\w*|att-?clauses?|clauses)\b)
on_site:
  \b(?:pa plats|narvarande|present|har nu|here now)\b
"""
