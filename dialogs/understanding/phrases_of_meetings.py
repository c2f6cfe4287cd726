"""What several words say about meetings, agendas, decisions and who is there; it goes on where the acts and cues end.

A name stands before its patterns, over folded text (lower case, no å ä ö); its lines are alternatives, and a line
indented further goes on where the one before ended. A name that stands in another table is extended.
"""

from __future__ import annotations

MEETINGS = r"""
takes_notes:
  \b(?:for|skriver|skoter|tar) (?:minnes)?anteckning\w*|\b(?:minnes)?anteckningar\w* (?:fors|skrivs|skots|gors) av\b
  \b(?:takes?|taking|keeps?|keeping|will take|writes?) (?:the )?(?:minutes|notes)\b|\bnote-?\s?taker\b|\bantecknare\b
  \bsekreterare (?:i dag|idag|for motet|pa motet|vid motet)|\bsecretary (?:today|for (?:this|the|today's) meeting)
set_up:
  (?:slang|kast|pet|klam|klamm|stopp|tryck|knok|fa)(?:a|er|r|ar)? in (?:ett|en|det)\b
  (?:pencil|squeeze|slot|fit|put) (?:\S+ ){0,4}?in\b|\bordna (?:ett|en)\b|\bstall in i kalendern
meeting_starts:
  ^(?:ett |en |a |an |nytt |new |extra |extrainsatt |extrainkallat |ordinarie |ordinary |additional |
    digitalt )*(?:\w*mote|meeting|sammantrade|avstamning)\b(?! (?:ar|is|var|was|blir|with)\b)
book_us:
  ^(?:boka|book|satt|lagg|put|schedule|slang|get)(?: in| upp)? (?:(?:in )?(?:oss|us)\b|nagot\b|something\b|
    en (?:tid|traff|stund|lucka)\b|a (?:slot|session|get-together)\b)
book_room:
  \b(?:book|boka|bokar|reserve|reservera|ordna|order|bestalla?) (?:a |an |the |en |ett |nagon )?(?:\w+ )?(?:room|
    lokal\w*|sal|rum|
    rummet|table|bord|hotel\w*|hotell\w*|catering|fika\w*|resa|resor|tag|tickets?|biljett\w*|lunch\w*|mat)\b
no_meeting:
  (?:mote\w*|sammantrade\w*|meeting\b).{0,40}(?:blir|bli) (?:det )?inte av|(?:blir|bli) (?:det )?inget mote
  won't be (?:a |any |another )?(?:\S+ )?meeting|(?:no|not have a) meeting (?:on|in|this|next)
  meeting\b.{0,40} (?:won't|will not|isn't going to|is not going to) (?:take place|happen|go ahead)
  (?:vi har|we have|vi haller|det blir) inget mote\b
instead:
  i stallet(?! for)|\brather than\b|\bi stalle\b(?! for)
gets_moved:
  (?:far|ska|skall|maste|kan|blir|has to|must|should|will|can|needs to) (?:\S+ )?(?:bli|vara|hallas|be|become|begin|
    start|borja|laggas|laggs|take place|be held)\b
begins_to:
  \b(?:borjar|borja|starts?|begins?) (?:bli|att|kannas|to|getting|dra ut)\b
decision_general:
  ^(?:beslut|beslutet|besluten|decisions?) (?:tas|fattas|maste|behovs|far|taken|made|need|take)\b
noted_by:
  \b(?:noterad(?:es)?|noteras|noted|antecknades) (?:av|by)\b
later_on:
  \b(?:sen|senare|later|sedan|efterat|afterwards|imorgon|tomorrow)\b
has_guests:
  \bx+ (?:har|has|far|gets) (?:\w+ )?(?:gast\w*|guests?|besok|visitors?)\b
which_time:
  \bvilka (?:datum|dagar)\b|\bwhat (?:dates|days|times)\b
suits:
  passar|funkar|\bworks?\b|\bsuits?\b|\bkan\b|make it|can make|can come|available|bast\b|\bbest\b|fungerar
we_can_close:
  (?:i think|jag tror|jag tycker|da|so|now|nu)?(?: att| that)? ?(?:we|vi) (?:can|kan) (?:nu |now |val |then )?(?:end|
    close|
    finish|stop|adjourn|avsluta|stanga|runda av)\b(?: (?:the |dagens |for )?(?:meeting|motet?|har|there|here|today|
    i ?dag|nu|now)\b)+\s*[.!]?
  (?:i|we|jag|vi) (?:hereby |harmed )?(?:declare|forklarar) (?:the |dagens )?(?:meeting|motet|
    sammantradet)(?: \S+)? (?:closed|
    avslutat|stangt|adjourned|over)
opens_meeting:
  (?:i|we|jag|vi) (?:hereby |harmed )?(?:declare|forklarar) (?:the |dagens )?(?:meeting|motet|
    sammantradet) (?:for )?(?:open\w*|
    oppnat)
see_it:
  \b(?:pull|call|bring) up\b|\bta fram\b|\bplocka fram\b|have a (?:look|peek)|\blet me see\b|\bkika pa\b|\bta en titt
  \bfa se\b|\bfar (?:jag|vi) se\b|\bkolla (?:pa )?\b
on_agenda:
  \b(?:pa|till|in i|on|onto|to|in|into) (?:the |our |var |vart |dagens |motets |nasta |next )*(?:[\w/]+ ){0,2}?(?:
    dagordning\w*|agenda\w*|foredragningslist\w*|arendelist\w*)
off_agenda:
  \b(?:off|from|fran|ur|av|out of) (?:the |our |var |dagens |motets |nasta )*(?:\w+ ){0,2}?(?:dagordning\w*|agenda\w*|
    foredragningslist\w*)
want_on:
  \b(?:vill|skulle vilja|onskar|want|would like|behover|need)\b (?:jag |vi |i |we )?(?:\S+ ){0,2}?(?:ha|fa|have|
    get)\b (?:\S+ ){0,5}?(?:
    med|upp|with|on|pa|at|till)\b
  ^(?:ha|fa|have|get) (?:\S+ ){1,6}?(?:med|upp|on) (?:pa|till|the|at)\b
have_time:
  \b(?:ha|fa|have|get|set aside|avsatt\w*|satt av|reserver\w*|reserve|allow|behover|need|vill ha|boka)\b (?:oss |us |
    me |mig |
    ca |about |en |a )?(?:\S+ ){1,4}?(?:pa|at|under|during|vid|on|in)\b
  (?:find|make|hitta|ordna|finns|is there|ge)(?: det)? (?:some |lite )?(?:room|space|time|plats|utrymme|
    tid)\b (?:for|on|
    pa|in|at|till)\b
go_out:
  \b(?:kan|far|ska|can|may|should|let|lat)\b(?: \S+){0,3}? (?:ga|go) (?:nu |now )?(?:ut|ivag|out)\b
postpone_strong:
  (?:far|kan|can|will|should|ska|must) (?:garna )?(?:vanta|vila|wait)\b(?! (?:och|and))|hold (?:\S+ ){1,4}?over\b
  carry (?:\S+ ){1,4}?over\b|spara(?:s|r|de)? (?:vi |\S+ ){0,3}?till\b
  (?:leave|save|keep|push) (?:\S+ ){1,4}?(?:for|until|to) (?:the )?next|\bhanskjut\w*|
    \bskjuter (?:vi )?(?:\S+ ){0,3}?(?:
    upp|fram|till)\b
no_time:
  \bhinner (?:vi |nog )*(?:inte|ej)\b|hinns inte|\bhinner inte med|won't (?:get to|have time|reach|manage)
  (?:not|don't|do not) (?:going to )?(?:get to|have time|manage)|\bno time for|run(?:ning)? out of time|inte fardig\w*
    behandl
place_cue:
  \b(?:be|bli|vara|come|komma|ligga|go|placeras|tas|sta)(?: the| som| as| up| upp)*(?: number| nummer| nr| den|
     plats)* (?:
    forsta|andra|tredje|fjarde|femte|sjatte|first|second|third|fourth|fifth|sixth|sist|forst|last)\b(?! (?:gang|time))
shall:
  \bought to\b|\bhas to\b|\bbor\b
goto:
  \bcome (?:now |next |then )?to\b|\bkommer (?:vi |nu )*(?:fram )?till punkt|\b(?:back|return|tillbaka) (?:to|till)\b
  \bhop+a(?:r)? (?:vidare |direkt |fram )*(?:till|over)\b|\boppna(?:r)? (?:nu )?(?:punkt|arende)|\bbetar av\b
take_now:
  ^(?:tar|kor|behandlar|oppnar|avhandlar|lyfter) vi (?:nu |da |och |garna )*(?!(?:en |a |ett )?(?:\d+ min\w*|kort\w*
    |liten |fem|tio|kvart|timme)*\s*(?:paus|rast|kaffe|fika|lunch|benstrackare|beslut|det lugnt|vara|ledigt)\b)\S
  ^(?:ga|gar) (?:vi )?(?:over |vidare |in )?(?:till|pa) (?!\d)\S|^gar vi (?:over |vidare |in )?(?:till|pa)\b
  ^vi (?:tar|gar (?:vidare |over )?till|kor) (?:nu |da )*(?:den |det |fragan|arendet|punkten|nasta)
  ^take (?:up )?(?:the )?(?:question|matter|issue|topic|point|one)\b|^(?:move|turn|go|jump|skip) (?:on |over |along |
    ahead |now )?to\b (?!\d)\S
pause:
  \b(?:paus|rast|kaffe|fika|lunch|break|coffee|tea)\b
note_it:
  for (?:in )?(?:det )?till (?:anteckningarna|minnesanteckningarna|protokollet)
  write (?:down |in )?that\b|put (?:it )?(?:down|on record) that|ska framga (?:av|i) (?:protokoll|anteckning)
  ^(?:to|in|into) the (?:minutes|record)\b|^till (?:protokollet|anteckningarna)\b|\blagg en anteckning\b
  ^(?:jot|mark) down\b|^for minutes\b|(?:ta|get|have) (?:\S+ )?(?:med )?(?:i|in|into) (?:protokollet|the minutes)\b
note_heading:
  ^(?:(?:en |a |my |min )?(?:note|notering|anteckning|protokollsanteckning|for the (?:record|minutes)|till protokollet|
    for protokollet|note to (?:the )?(?:minutes|record)|att notera))\b[^,.;]{0,40}$
record_shows:
  \blet (?:the (?:record|minutes) (?:show|reflect|state)|it be (?:noted|recorded|minuted))\b
note_under:
  ^(?:under |pa |on |vid |for )?(?:punkt\w*|item|arende\w*|pkt) [\d.]+,? (?:skriv|anteckna|notera|note|write|record|
    minute|jot)
looks:
  \b(?:look|peek|titt\w*|kika|se|see|glance|kopia|copy)\b
unmeant:
  ^(?:\S+ ){0,3}?borde\b|^(?:someone|somebody|they|people|he|she) (?:should|ought|could|might)\b|^(?:kan|far|ska|
    bor) man\b
  ^can one\b|^(?:tank|imagine)\b
had_done:
  \b(?:hade|had) (?:redan |already |ju )?(?:beslutat|beslutats|decided|bestamt|resolved|agreed|kommit overens)\b
hand_file:
  \b(?:informationen|rapporten|redovisningen|\w*rapport|\w+en) (?:antecknas|noteras)\.?$|\b(?:takes?|took|tar|
    tog) note of
  (?:tar|tog) del av (?:informationen|rapporten|redovisningen)|\bfile (?:it|this|that|the (?:report|information|
    item))\b
  (?:is|be|are) taken as (?:read|noted)|\btar (?:vi )?(?:\S+ )?till oss\b|\blagg(?:s|er)? (?:vi )?(?:\S+ )?ad acta
our_decision:
  ^(?:(?:da|nu|och|sa|idag|today)[,:]? |(?:under |pa |on |for |at |vid |i |in )?(?:punkt|item|arende|pkt)\.? [\d.]+,?:?
     |det )*(?:vi|we|motet|sammantradet|the meeting|the network|natverket|gruppen|utskottet)?\b ?(?:har |have |has |
    hereby |
    harmed )?(?:beslot|beslutar|decide|resolve|enades|agreed)\w*\b
  ^(?:skriv|anteckna|notera|record|note|for till protokollet|minute|write)(?: down| upp| in| ner)? (?:att|
    that) (?:(?:pa |
    on |under |i )?(?:vi|we|motet|the meeting|natverket|the network|punkt|item)\b.{0,30})(?:beslut|beslot|decid|
    resolve|
    enades|agreed|enats)
settled:
  ^(?:var det|det var|that's|so it is|alltsa ar det)(?: (?:alltsa|harmed|nu|then|
    hereby|thereby|darmed|sa|so))* (?:beslutat|bestamt|decided|agreed|settled|resolved)(?:,|:)? (?:att|that|
    to)\b(?!.*\b(?:
    skulle|redan|ju|tidigare|already|would|should)\b)
presents_it:
  \bpresent (?:it|this|the|on|our|my|that|them)\b|\bpresent(?:s|ing)? (?:it|this)\b
everyone_here:
  ^(?:alla|allihop\w*|samtliga|everyone|everybody|all(?: of us| members)?|hela (?:gruppen|natverket)|
    the whole (?:group|network))
    (?: nu| now)? (?:ar|is|are|narvarar|har kommit|finns)(?: nu| now)? (?:har|pa plats|med|narvarande|here|present|
    with us|in|
    attending|narvarar)\b(?!.{0,30}\b(?:utom|forutom|except|but|inte|not|apart|snart|almost)\b)
is_here:
  \b(?:is|are) back\b|\banslot\b|\bchecked? in\b|\b(?:e|ar) (?:har|me|med)\b|\bhar (?:kommit|anslutit)\b|\battends?\b
  \bar med\b|\b(?:narvarar|medverkar)\b|\bkom (?:forst |in )?(?:kl|kvart|halv|tio|fem|strax|\d)
leaves_early:
  \b(?:fick|fatt|behovde|had to|maste|needed to) (?:tyvarr )?(?:ga|lamna|avvika|leave|go)\b|\bavvek\b|\bgick (?:kl|
    kvart|
    halv|vid|redan|\d|hem)|\bdroppade? av\b|\bdrops? off\b|\bstannar (?:bara )?till
not_here:
  \bneither\b.{3,80}?\b(?:here|join\w*|attend\w*|come|coming|make it|present|able)\b
  \bvarken\b.{3,80}?\b(?:har|med|kommer|delta\w*|narvar\w*|komma|kan)\b|\b(?:inte|ej) va(?:ra)? (?:me|med|har)\b
  \bingen av\b.{3,60}?\b(?:kommer|kan|har|med)\b|\b(?:kan|kommer) (?:ej|inte|icke)\b(?: \S+){0,2}? (?:me|med|idag|
    i dag)\b
  \b(?:down with|off sick|vabbar|vab|sjukanmal\w*|sjukskriven|
    sjukanmald)\b
  \bavstar (?:fran )?(?:dagens )?mote\w*|\bskips? (?:today|the meeting)|\b(?:has|have) (?:a clash|to miss)
  \bmissar\b.{0,20}mote\w*|\bmiss(?:es)? (?:the |this |today's )?meeting|\bstuck (?:in|at)\b
guest:
  \bbesok av\b|\bbesoker oss\b|\bvisit(?:ed)? (?:by|from)\b|\bvisitors?\b|\bvisits us\b|\bgastas av\b|\bexterna? (?:
    foredragshallare|deltagare|expert)\b|\bgastforelasare\b|\bguest speaker\b|\binbju(?:den|dna|der|dan till)\b
comments_by:
  \b(?:synpunkt\w*|kommentar\w*|comments?|feedback|svar|corrections?|andringar) (?:onskas|senast|tas emot|emotses|
    valkomna\w*|
    by|until|are|welcome|before|fore|innan|no later)\b
let_have:
  \b(?:lat|let|ge|give) (?:\S+ ){1,2}?(?:fa|have|get|see|se)\b
asks_then:
  [,.;!?–-]+ (?:och |and |sa |so )?(?:(?:kan|skulle|kunde) (?:du|ni|vi|nagon)|(?:can|could|would|will) (?:you|we|
    someone)|please|
    snalla|sn(?:a|a)lla du)\b
  [,.;!–-]+ (?:och |and |sa |so )?(?:please )?(?:satt upp|lagg (?:in|till|upp)|skriv (?:in|upp)|boka|stall in|flytta|
    ta bort|lanka|cancel|add|book|move|remove|put|schedule|send|skicka|oppna|stang|close|open|bordlagg|
    table) (?:upp |in |
    till )?(?:det|den|it|this|that|them|dem)\b
adds_item:
  ^(?:lagg|lagga|satt|for|skriv|foga) (?:garna )?(?:till|in|upp) (?:en |ett |min |ny |nytt |nya |
    extra )*(?:[\w-]*punkt|arende|
    [\w-]*arende)\b(?! (?:\d|om\b.{0,40}\b(?:efter|fore|forst|sist)\b))
  ^(?:add|put|insert|create|skapa|register|include|anmal|submit) (?:an |a |en |ett |the |my |our |new |ny |nytt |
    extra |
    another )*(?:\w+ )?(?:agenda |dagordnings)?(?:items?|points?|punkt|arende)\b(?! \d)
from_then_on:
  \b(?:fran och med|f\.?r\.?o\.?m\.?|fr o m|as of|as from|starting(?: from| with)?|med start|med borjan|
    beginning with)\b (?:
    i |in |on |the |var |vart |our )*(?:nasta |next |kommande |upcoming |foljande |april|maj|ja|fe|mar|j[au]|au|se|
    o[ck]|no|
    de|may|nu\b|now\b|arsskiftet|hosten|varen|\d|mote|\w+dag)
  \b(?:fran|from) (?:the |var |vart |our )?(?:nasta |next |kommande |upcoming |foljande )(?:\w*mote\w*|meeting|
    gang\w*|time)
  \b(?:fran|from) (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|january|
    february|march|may|june|july|august|october|nu|now)\b
  \bhadanefter\b|\bframover\b|\bi fortsattningen\b|\bgoing forward\b|\bin (?:the )?future\b|\bhenceforth\b|\bonwards?\b
moved_on:
  \b(?:kvart|timme|halvtimme|min\w*|timmar|hours?|quarter|hour|vecka|veckor|dagar|weeks?|days?) (?:fram|framat|
    forward|back|
    bakat)\b
rest_of_series:
  \b(?:resten|aterstoden|remainder|rest) (?:av|of) (?:the |var |vara |our )?(?:\w*serie\w*|moten\w*|series|meetings)
  \balla (?:kommande|framtida|aterstaende|ovriga) (?:\w+ )?\w*moten\b|\ball (?:the )?(?:coming|future|remaining|
    following|
    upcoming|later) (?:\w+ )?meetings\b|\bhela (?:\w*serien|motesserien)\b|\bthe (?:whole|entire) series\b|
    \bserien\b|\bthe series\b
  \b(?:every|each) (?:coming|future|remaining|upcoming) meeting\b|\bvarje (?:kommande|framtida) mote\b
  ^(?:motena|meetings|vara moten|our meetings|the meetings)\b
starts_at:
  \b(?:borja\w*|starta\w*|start\w*|begin\w*|ska vara|should be|flytta\w*|move\w*|shift\w*|skjut\w*|tidigarelagg\w*|
    senarelagg\w*|bring|push|andra\w*|change\w*|forlagg\w*|hallas|held)\b
"""
