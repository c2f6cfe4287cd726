"""What several words together ask for or perform.

A name stands before its patterns, over folded text (lower case, no å ä ö); its lines are alternatives, and a line
indented further goes on where the one before ended.
"""

from __future__ import annotations

ACTS = r"""
deadline:
  sista (?:dag(?:en)?|datum(?:et)?|svarsdag)|last (?:day|date)|final date|sista inlamningsdag
  (?:inne|klart|in|lamnas|inlamnad[et]?|skickas in) senast|tids?grans(?:en)?
move_time:
  skjut(?:a|er|s)? (?:pa|upp|fram)|tidigare lagg|andra (?:tid|datum)|byt(?:a|er)? (?:tid|dag|datum)
  push back|bring forward|put off
cancel_it:
  stall(?:a|er|s|t)? in\b|(?:blir|ar|blev) installt|call(?:ed)? off|hoppa(?:r)? over
  bli(?:r)? (?:det )?inte av|inget mote|no meeting|is cancelled|is canceled|won't (?:take place|happen)
attach_it:
  ladda(?:r)? upp|lagg(?:a|er)? (?:med|in|till|upp)? ?(?:en |ett |den har )?(?:bilaga|fil|lank|underlag)
take_up:
  (?:ta|tar|tas|fa|far|lyft|lyfta|for|fora) (?:\S+ ){0,9}?upp\b|\bfa (?:\S+ ){0,9}?med\b|bring up
  bring (?:\S+ ){0,6}up
add_to:
  (?:lagg|lag|lagga|lagger|laggs) (?:\S+ ){0,12}?(?:till|in|upp)\b
  (?:satt|satta|satter|satts) (?:\S+ ){0,12}?upp\b
  (?:^for|(?:ska|skall|kan|att) for|skriv|skriva|fora) (?:\S+ ){0,6}?(?:upp|in|till)\b|put (?:\S+ ){0,14}?(?:on|in)\b
set_up:
  satt(?:a|er)? upp|lagg(?:a|er)? (?:in|upp)|set up|put (?:\S+ ){0,4}in the (?:calendar|diary)|i kalendern
  in the calendar|kalla till
take_off:
  ta(?:s|r)? (?:\S+ ){0,6}?bort|take (?:\S+ ){0,6}?(?:off|out)\b|plocka(?:r)? bort
  lyft(?:a|s)? (?:\S+ ){0,4}?ur|(?:ska|skall) (?:\S+ )?bort\b|stryk(?:a|s|er)?|strike|drop\b|delete|remove
  \butga(?:r)?\b|get rid of|ta ur|inte aktuell(?:t)? langre
draw_back:
  dra(?:r|s)? (?:\S+ ){0,6}?tillbaka|tar? tillbaka|aterkalla(?:r)?|withdraw(?:s|n)?|pull back
take_back:
  ta(?:r)? (?:\S+ ){0,3}?tillbaka|take (?:\S+ ){0,5}?back|scratch that|det blev fel
  ta bort (?:det|den) (?:sista|senaste)|stryk (?:det|den) (?:sista|senaste)|ta bort (?:sista|senaste)
  (?:delete|remove) (?:the|that|my) last|radera (?:det |den )?(?:sista|senaste)|(?:ta|gor) (?:det )?ogjort
  aterkalla (?:det )?senaste|stryk (?:sista|senaste)
hand_file:
  ^file (?:item|the|this|that)\b
  till handlingarna|\bto the file\b|on file|\bnoteras\b|\b(?:is|are|was|be) (?:duly )?(?:noted|filed)
  tas? till protokollet|tar? informationen till sig|\bnoted\b|\bfiled\b|ad acta|noterad(?:es)?\b
  \bnoterar informationen
goto:
  \bvarsagod\b|\bgo ahead\b|\bordet (?:ar|till)\b|\bthe floor is\b
  \bframme vid\b|\bnu (?:ar det|kommer) (?:punkt|dags)|\bdags for\b|\btime for item|we(?:'re| are) (?:on|at|
    now)|\b(?:punkt|item) \d+(?:\.\d)? (?:nu|now|harnast|next)\b
  (?:vi )?(?:gar|ga) (?:vidare |over |fram |direkt |nu |tillbaka )*(?:till|med|pa)\b
  hoppa(?:r)? (?:vidare |direkt |fram )*till|go (?:on |straight |back )?to\b
  move (?:on|along|over|straight) ?(?:to)?\b|moving on(?: to)?|on to\b|onto\b|over to\b|turn to\b|jump to
  skip to|nasta punkt|next item
  (?:da )?(?:tar|ta|borjar|fortsatter) (?:vi )?(?:nu |da |vidare )?(?:med |pa |nasta )?(?:punkt|arende)
  take (?:up )?item|start (?:with )?item|let's (?:do|take|hear)|vidare(?: till)?|\boppna punkt
  behandlar? (?:nu )?punkt|over till
note_it:
  \b(?:add|make|lagg till|skriv|gor|lagg in) (?:a|en) (?:note|anteckning|notering)\b
  ^for the (?:minutes|record)\b|\bantecknas\b
  ^(?:en |a )?(?:notering|anteckning|note)\b(?! (?:fran|from))
  skriv(?:a)? (?:ner|ned|upp|in|att)|anteckna(?:r)?|notera(?:r)?(?: att)?\b|note that
  note (?:under|on|for|pa|till)|write down|take a note|make a note|for (?:in )?till protokollet
  protokollfor(?:a)?|till protokollet|for the record|please note
for_record:
  as our decision|som (?:vart )?beslut\b|record that|som nagot vi beslutat
done_it:
  bocka(?:r)? av|tick (?:\S+ ){0,3}?off|check (?:\S+ ){0,3}?off|pricka(?:r)? av|i hamn
  stryk fran (?:att-gora-)?listan|cross(?: \S+){0,3} off
to_do:
  (?<!you )(?<!able )to do\b(?! for (?:me|us))|att gora\b|kvar att|on (?:their|his|her|my|our) plate|pa (?:sitt|mitt|
    vart) bord|action points?
gets_task:
  (?:far|fick) (?:i )?uppdrag(?:et)?|far i uppgift|tar? pa (?:mig|sig|oss)|tar? hand om|ar ansvarig
  is responsible|take(?:s)? care of|take(?:s)? on|atar (?:mig|sig)|uppdras(?: at)?|uppdrar at|ansvarar for
  is to\b|in charge of|has to\b|ska se till
remember:
  kom(?:ma)? ihag|hall(?:a)? koll pa|glom inte|don't forget|remember(?: that)?|keep track of|bevaka(?:r)?
remind_rule:
  (?:\b(?:dagar|dag|veckor|vecka|timmar|timme|days?|weeks?|hours?|minut(?:er)?|minutes?)\b|\b(?:dagen|
    veckan|timmen)\b)(?: \S+){0,6}? (?:fore|innan|before|i forvag|in advance|ahead|i forhand)
no_remind:
  (?<!glom )(?<!missa )(?:inte|ej|slut(?:a)?|don't|not|stop|sluta) (?!glom|miss|forget|fail)(?:\S+ ){0,3}?(?:paminn\w*|
    remind\w*)
  \bno (?:need|reason) (?:\S+ ){0,4}?remind\w*|(?:no longer|not|never) (?:need|want|require)\w* (?:\S+ ){0,4}?remind\w*
  \bingen (?:anledning|mening|ide) (?:\S+ ){0,3}?paminn\w*
  (?:behover|behovs|vill) (?:\S+ ){0,3}?(?:inte|ingen|inga) (?:\S+ ){0,3}?paminn\w*
  ^(?:paminnelse(?:n|rna)?|(?:the )?reminders?) (?:\S+ ){0,6}?(?:behovs inte|kan (?:tas|ta) bort|ska (?:tas )?bort|
    utgar|
    can go|is not needed|isn't needed|is no longer needed|can be (?:removed|deleted|cancelled|dropped))
  (?:skip|drop|scrap|kill) (?:the |that |my )?(?:\S+ ){0,2}?reminders?
ask_remind:
  \b(?:paminn|pinga|pamin)\b|(?:^|[,.;:] ?|please |so |then |also |and )(?:remind|ping|nudge|alert)\b
  \bdu (?:\S+ ){0,4}?(?:paminn\w+|pinga\w*)|\byou (?:\S+ ){0,3}?(?:remind|ping|nudge)
  (?:glom inte (?:bort )?|kom ihag |missa inte )att paminn\w+|(?:don't forget|remember|be sure|make sure) to remind
  \b(?:vi|jag|we|i) (?:\S+ ){0,3}?(?:paminnas|bli paminda?|be reminded|get reminded|(?:want|need|like) a reminder)
  \b(?:ska|maste|bor) (?:\S+ ){0,3}?(?:paminnas|bli paminda?)\b|\b(?:should|must) be reminded
for_comments:
  (?:pa|for) (?:justering|synpunkter|remiss|granskning|genomlasning|kommentar\w*|paseende)
  for (?:comments?|review|feedback|adjustment)
comment:
  synpunkt(?:er)?\b|kommentar(?:er)?\b|comment(?:s)? (?:on|to|about|for)\b|correction(?:s)?|rattelse
  ar fel\b|is wrong|should (?:be|read|say)|ska(?:ll)? (?:det )?(?:sta|vara)|stammer inte|blivit fel
  fel i\b|wrong in|andring i\b|mistake|\bcomment\b
as_file:
  som (?:en )?(?:pdf|word|docx|fil|markdown|html|md|wordfil|dokument)
  as (?:a |an )?(?:pdf|word|docx|file|markdown|html|document)|i (?:pdf|word|docx|markdown|html)
  (?:to|in) (?:pdf|word|docx|markdown|html)|ladda(?:r)? (?:ner|ned)|download|export\w*|pdf:?en
  word(?:fil|dokument)(?:en)?|pdf-fil\w*|\bpdf\b|\bdocx\b
who_sits:
  vilka (?:sitter|ingar|ar med|tillhor|representerar)
  who(?:'s| is| are| sits)? (?:\S+ )?(?:in|the members|members|on)\b|who belongs
leaves_network:
  (?:lamnar|lamnat|slutar i|ur|fran) natverket|(?:from|leaves|left|leaving|leave|out of) (?:the )?network
  inte (?:langre )?(?:\S+ )?(?:med|medlem|kvar|sitta|inga) i natverket|gar ur natverket|slutar som (?:ledamot|medlem)
  no longer (?:a )?(?:member|part)|ar inte (?:langre )?(?:med|medlem)|inte langre (?:medlem|med|ledamot)
  (?:ur|fran|from|off) (?:the )?(?:medlemslist\w*|members?(?:hip)?(?:'s)? list|deltagarlist\w*|member list|
    members|medlemmarna)
speak:
  \b(?:prata|tala|skriv|skriva|svara) (?:\S+ ){0,2}?(?:svenska|engelska)\b
  \b(?:svara|prata|skriv|skriva|tala|kor) (?:\S+ ){0,3}?pa (?:engelska|svenska)
  \b(?:answer|reply|speak|talk|write|respond|use) (?:\S+ ){0,3}?(?:in )?(?:english|swedish)
  (?:byt|switch|change) (?:\S+ ){0,2}?(?:till|to) (?:engelska|svenska|english|swedish)
  sprak(?:et)? (?:till|ska vara) |language (?:to|should be) |anvand (?:engelska|svenska)
rename_network:
  (?:byt|andra) namn (?:pa|till)|natverket(?:s namn)? (?:ska heta|heter (?:nu|fran)|byter namn|ska bli)
  natverkets namn|network(?:'s)? name|rename (?:the |our )?network
  network (?:should be|is now|to be) called|call the network|dop om natverket|name of the network
  name the network
can_do:
  what (?:sort|kind|type)s? of (?:things|stuff|questions|help)|what (?:\S+ )?(?:are you able|are you for|
    are you here for)
  vad (?:ar du till for|har du for funktioner|far man)|\bbe dig om\b|ask you (?:to|for|about)\b|vad du kan|what you can
  (?:which|what|vilka) (?:commands|kommandon)
  vad kan (?:du|man|jag)(?: \S+)? (?:gora|hjalpa|saga|be|fraga)|what can (?:you|i)\b|what do you do
  hur (?:fungerar|funkar|anvander) (?:du|det|boten|man|jag)|how do (?:you|i) (?:work|use)
  how does (?:this|the bot|kansli) work|vad gor du\b|vad kan du
how_to:
  hur (?:gor|kan|ska|brukar|bar|far|far man|lagger|oppnar|nominerar|flyttar|bordlagger|skapar|startar|
    anvander|anmaler|rostar|andrar|tar|bokar|skickar|staller|avslutar|stanger)(?: (?:jag|man|vi)) ?
  how (?:do|can|should|would) (?:i|we|you|one) |how to[ ]
which_time:
  vilken av (?:tiderna|dagarna|datumen)|which of (?:these|the) (?:times|days|dates)
  vilken (?:tid|dag)|vilket datum|vilka tider|nar (?:\S+ ){0,12}?(?:passar|kan)
  which (?:time|day|date|times|dates|slot)|what (?:time|day|date)|find a (?:time|date|day|slot)
  hitta (?:en |ett )?(?:tid|dag|datum)|when (?:\S+ ){0,4}?(?:works|suits|can|are)|passar (?:bast|alla|er)
  doodle|tidsforslag|suits everyone|works (?:best|for)
ask_all:
  (?:fraga|kolla med|hor med|hora med|kolla|hor|stam av med) (?:\S+ )?(?:alla|gruppen|medlemmarna|natverket|
    ledamoterna|kanalen|de andra|med)
  ask (?:everyone|everybody|all|the (?:group|members|network|others|channel))|check (?:with|when)[ ]
  poll (?:everyone|the group|the members)
instead_of:
  i stallet for|istallet for|instead of|in place of|on behalf of|i stalle for|for (?:\S+ \S+ )rakning
stands_in:
  gar in (?:i stallet |istallet )?for|hoppar in for|vikarierar for|\bersatter\b|stand(?:s|ing)? in for
  fill(?:s|ing)? in for|sub(?:s|bing|stitut\w+)? for|ersattare for|substitute for|substitute for
  tjanstgor (?:for|i stallet)|cover(?:s|ing) for|represent(?:s|ing) .{3,40} instead
  deput(?:y|ises|ising|izing) for|tar .{3,40} plats
not_here:
  (?:kan|kommer|ar|blir) (?:\S+ ){0,2}?(?:inte|ej)(?: att)? (?:\S+ )?(?:vara med|komma|delta|medverka|
    narvara|med|har|kunna)
  (?:can't|cannot|won't|not able to|unable to|will not|not) (?:be )?(?:make it|attend|attending|come|join|
    be there|able to attend|here|coming|joining|there)
  kommer (?:\S+ )?(?:inte|ej)\b|(?:har|fatt|anmalt|anmaler|meddelar|meddelat) forhinder
  send(?:s|ing)? (?:their|his|her|my|our)? ?(?:apologies|regrets)|missar (?:dagens )?mote\w*
  (?:ar|is|are|am|i'm) (?:sjuk|sick|ill|borta|away|franvarande|absent|forhindrad\w*|out)|lamnar aterbud
  lamnat aterbud|aterbud
is_here:
  \bpa plats (?:ar|idag|i dag|har)|\bhar ar\b|\bwith us\b|\bhas to leave\b|\bneeds to leave\b
  (?:ar|finns) (?:nu )?(?:har|pa plats|med|narvarande|inne|uppkopplad\w*)\b
  (?:is|are|am|i'm) (?:now )?(?:here|present|in|attending)\b|ansluter|ansluten
  kommer (?:in )?(?:kl|vid|forst|senare)|joins?\b|joined|deltar|lamnar (?:motet|oss)?|leaves?\b
  has to leave|maste (?:ga|lamna)|gar (?:fran motet|kl|hem)|arriv\w+|mark (?:.{3,80} )?as present
  present today|checka? in|kom (?:in )?(?:kl|vid)|left (?:at|the)|has left
opens_meeting:
  (?:motet|sammantradet|the meeting|meeting) (?:ar |is |as |nu |now |forklaras |harmed )*(?:oppnat|oppnas|
    oppnad|open|opened|borjar|startar|started|starts|i gang|igang|called to order)
  (?:kor|drar|satter|sparkar) (?:vi )?(?:nu )?(?:i ?gang|igang)|call (?:\S+ )?(?:meeting )?to order
  get (?:the meeting )?started|valkomna till (?:dagens )?mote|begin the meeting|open the meeting
  let's (?:start|begin)
closes_meeting:
  (?:motet|sammantradet|the meeting|meeting) (?:ar |is |as |nu |now |forklaras |harmed |
    forklarat )*(?:avslutat|avslutas|avslutad|slut|stangt|closed|over|adjourned|ended|finished)
  (?:slut|klara|fardiga) (?:for|med) (?:i ?dag|motet|dagens)|(?:done|finished|all|it|everything) for today
  that concludes|wrap(?:ping)? up|we're done|tackar for i ?dag|rundar? av (?:motet)?
find_time:
  \bdoodl\w*
  (?:hitta|find|sok|leta(?: upp)?|ta fram|get) (?:\S+ )?(?:tid(?:er)?|dag(?:ar)?|datum|time|date|day|slot)\b
  boka tid tillsammans|tidsforslag|doodle|nar (?:\S+ ){0,10}?passar
postpone_strong:
  bordlag\w*|bordlagg\w*|\btabled?\b|\bdefer\w*|ajourner\w*|\bpostpone[ds]?\b|skjut(?:a|er|s)? upp
  skjuts? (?:fram|pa)|hold over|carry over|put off
give:
  \b(?:ge|ger|give|gives|allow|tilldela|satt|set)\b
rename:
  \b(?:rename|dop om|doper? om|byt(?:a|er)? (?:namn|rubrik|titel)|ska heta|should be called|heta|retitle|
    new title|ny rubrik|ny titel|andra (?:rubriken|titeln|namnet))\b
take_time:
  \b(?:tar|takes?|behover|needs?|far|gets?|can have|extend(?:ed)?|forlang\w*|korta\w*|shorten)\b
be_in:
  \btas? emot\b|\btar emot\b|\bmottas\b|\bare accepted\b|\baccepted until\b
  \b(?:vara|ar|be|is|are) (?:inne|in\b|inlamnad\w*|submitted|inkomna|inkommen|anmalda|klart?|klara|
    handed in|insand\w*|inskickad\w*|done|delivered|ready)
  \blamnas(?: in)?\b|\bsubmit(?:ted)?\b|\bskickas in\b|\bkomma in\b|\bcome in\b|\banmalas\b|\banmals\b
  \bsandas in\b|\bhand in\b|\banmala\b
decides:
  \bbeslutades\b(?: \w+){0,4}? att\b
  (?:\b(?:beslutar|beslutade|beslutat|beslutas|besluta|beslot|decide[sd]?|resolve[sd]?|enades om|enas om|
    bestamde|bestammer)\b(?:(?: \w+){0,4}? )?(?:att|that|to)\b)
  \bbeslut:? (?:att|that|to)\b|\bdecision (?:that|to)\b
  (?:natverket|vi|we|motet|network|network|gruppen|utskottet) (?:har )?(?:beslutar|beslutade|beslutat|
    decide[sd]?)\b[^?]{0,30}$
  \bbeslut(?:ar|ade|at)\s*:?$
decides_now:
  \b(?:beslutar|decides|resolves|beslutas)\b(?!.*\?)
decision_starts:
  ^(?:nytt? |vart |nasta )?(?:beslut|decision)\b(?! (?:om|about|on|fran|punkt|ar|is|som|i|kan|brukar|was|has|are|blir|
    ska|kraver|tar)\b)
note_that:
  \bnoteras(?: till protokollet)?(?: att\b|$(?=.{0}:))|\bnoted? that\b|\bnoterades? att
  \b(?:noterar|antecknar) att
last_entry_off:
  (?:ta bort|radera|stryk|delete|remove|cancel|revert|angra|ta tillbaka|take back) (?:\S+ ){0,2}?(?:sista|
    senaste|last|latest)\b(?! (?:punkten|item|motet|meeting|dag|day))
make:
  \b(?:gor|gora|make|skapa|create|run|hold|genomfor|drag|launch|start|satt|do)\b
set:
  \b(?:set|satt|satta|stall|skapa|create|make|gor|schedule|planera)\b
switch:
  \b(?:switch|byt|vaxla|anvand|use)\b
new_deadline:
  (?:ar|blev|is|has been|have been) (?:nu |now )?(?:flytta[dt]|framflytta[dt]|framskjut\w+|uppskjut\w+|moved|
    postponed|extended|forlang[dt])\b
  (?:fatt|far|fick|gets?|got|has|har|given) (?:\S+ )?(?:ny|new|nytt|senare|later|andrad)[ ]
    (?:deadline|sista dag|slutdatum|datum|date)
  (?:ny|new|the new) (?:deadline|sista dag)(?:en)? (?:for|ar)\b|deadline(?:n)? (?:for .+ )?(?:ar|blir) nu\b|
    is now due
talk:
  \b(?:prata|pratar|diskutera|diskuterar|tala|avhandla|behandla|samtala|discuss|talk|dryfta|go through|
    ga igenom)\b(?: (?:om|about))?
raise_question:
  \b(?:ta|tar|fa|far) (?:med|in) (?:en |the |a )?(?:fraga|fragan|question|issue|matter)\b
  \b(?:lyft(?:a|er|s)?|ta|tar|anmal(?:a|er|s)?|vack(?:a|er|s)?|raise|bring|satt(?:a|er|s)?|lagg(?:a|er|s)?|
    add|put)\b (?:garna )?
    (?:upp |in |up )?(?:en |the |a )?(?:fraga|fragan|question|issue|matter)\b
leaves_early:
  \b(?:has to|must|needs to|maste|behover|kommer att|will) (?:leave|ga|lamna|avvika|go)\b|\blamnar\b|
    \bleaves\b|\bleft\b|\bgar (?:kl|vid|redan)
give_task:
  \b(?:ge|ger|give|gives|assign|tilldela)\b .{2,60}? (?:i |the |a |en )?(?:uppgift\w*|uppdrag\w*|task|job)\b
first_shall:
  ^(?:i'll|i will|i shall|jag ska|jag kommer att|jag fixar|jag tar|jag gor|jag skriver|jag ordnar|i can|
    jag kan)\b
represents:
  ^(?:vem|vilka|who)(?: is| are| som)? (?:representerar|represents?|representing|sitter for|kommer fran|
    ar fran|from)\b
change_order:
  \bswap\b|\bbyt(?:a|er)? plats
send_me:
  ^(?:skicka|send|mejla|maila|mail|ge|give|get)(?: over| ut)? (?:mig|me)\b
our_decision:
  ^(?:(?:da|nu|och|sa|idag|today)[,:]? |(?:under |pa )?(?:punkt|item|arende) [\d.]+[,:]? |det )*
    (?:(?:vi|we|motet|sammantradet|the meeting|the network|gruppen|utskottet|[\w-]*natverk(?:et)?|
    [\w-]+ natverk(?:et)?|schnv|
    lchnv)\b.{0,25}?)?(?:har |have |has |hereby )?(?:beslut|decide|resolve|enades|enas|bestam|agreed)
presents_item:
  (?:\b(?:will|ska|to|skall|kommer att) (?:present|introduce|lead|foredra|presentera|redovisa|dra)\b)|
    \b(?:foredrar|presenterar|presents|drar|redovisar|introduces)\b
have_deadline:
  ^(?:vi |we |jag |i |'ve )?(?:har|have|'ve got|has|got|finns|there's|there is) (?:\S+ ){0,3}?(?:deadline|
    sista dag)
unmeant:
  ^(?:(?!att\b|that\b|om\b|about\b)[^\s,:]+ ){0,3}?(?:inte|ej|not|don't|wouldn't|shouldn't|won't|never|aldrig|
    didn't|doesn't)\b
  ^(?:om|if|ifall) (?:vi|jag|man|du|de|we|i|you|they|the|ni|ingen|nagon|motet|\w+en|\w+et)\b(?! (?:invander|
    protesterar|objects))|^(?:tank|imagine|what) (?:om|if)\b
  ^(?:vanta|wait|hold off|avvakta)\b|\bverkligen\b|\breally (?:have to|need to|going to)\b|^(?:varfor|why)\b
  ^(?!(?:jag|vi|i|we)\b)(?:(?!att\b|that\b)[^\s,:]+ ){1,3}?(?:vill|wants?|onskar|tanker|brukar)\b(?! (?:jag|
    vi|i|we)\b)
  \b(?:har|has|have|had|hade) (?:redan |already |just |precis )?(?:lagt|flyttat|skickat|oppnat|stangt|andrat|
    bokat|tagit bort|satt upp|added|moved|sent|opened|closed|changed|booked|removed|put)\b
earlier_later:
  \b(?:kvart|timme|halvtimme|min\w*|timmar|hours?|quarter|dagar?|vecka|veckor|days?|weeks?) (?:tidigare|
    senare|earlier|later)\b
other_has:
  ^(?!(?:vi|we|jag|i|nu)\b)\S+(?: \S+)? (?:har|has|had|hade) (?:en |a |an )?(?:\S+ )?deadline
attachment_off:
  ^(?:ta bort|remove|delete|stryk|radera) (?:the |den )?(?:bilag|attachment|link|lank|fil)
as_role:
  \b(?:som|as) (?:ny |a |an |en |our )?(?:ordinarie )?(?:ledamot|medlem|ersattare|sekreterare|ordforande|vice|
    member|substitute|secretary|chair|staff|suppleant)
"""
