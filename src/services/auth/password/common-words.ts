/**
 * What people build passwords from, in lowercase: the words and names at the top of every published list of
 * leaked passwords. Attackers first try one of them followed by a few digits, or two in a row.
 */
const words = `
password passwort passw0rd motdepasse contrasena contraseña senha parola haslo wachtwoord losenord salasana
pass passwd temp temppass changeme change default secret secure security login logon admin administrator
root user guest test testing tester demo sample system server master super superuser manager
support service office oracle cisco internet network computer windows microsoft google facebook twitter youtube
instagram linkedin amazon apple android iphone samsung sony playstation nintendo gameboy xbox minecraft fortnite roblox
pokemon pikachu counterstrike warcraft starcraft starwars diablo zelda mario sonic halo matrix warhammer needforspeed
mortalkombat finalfantasy residentevil welcome hello hallo hola bonjour goodbye letmein letme open enter access
please thankyou thanks sorry whatever nothing nobody somebody everyone something anything iloveyou ilove love lover
loveme loveyou iloveu loving myself family forever always together babygirl babyboy baby princess prince queen king
angel angels heaven jesus christ jesuschrist god godisgood ingodwetrust blessed church faith hope grace trinity spirit
dragon monkey tiger lion eagle falcon wolf bear panther cobra python phoenix unicorn pony horse puppy doggy kitty
kitten cats dogs fish shark dolphin turtle rabbit bunny butterfly ladybug spider mouse chicken duck buster buddy
bailey shadow smokey bandit lucky happy sunny sunshine sunflower flower flowers rose lily daisy jasmine violet
rainbow summer winter spring autumn january february march april june july august september october november december
monday tuesday wednesday thursday friday saturday sunday morning midnight moonlight starlight twilight
football baseball basketball softball soccer hockey tennis golf volleyball swimming running cricket rugby boxing
lakers yankees cowboys steelers eagles packers raiders redsox celtics bulls dolphins patriots broncos rangers giants
liverpool chelsea arsenal manchester united manutd barcelona realmadrid juventus milan bayern everton ronaldo messi
beckham jordan kobe tiger woods fitness workout muscle bodybuilding crossfit deadlift squat benchpress gymrat
strong stronger power powerlifting weights training trainer
michael jackson jessica jennifer ashley michelle daniel thomas charlie andrew joshua matthew anthony robert william
james john david richard joseph christopher christian christina nicole amanda samantha elizabeth stephanie melissa
rebecca rachel hannah sarah laura maria marina anna anne julia sofia sophie olivia emma emily isabella victoria
alexander alexandra alexandre alexis alejandro andrea angela angelina anastasia natasha nastya vladimir sergey dmitry
ivan nikita maxim artem patrick brandon justin kevin brian steven stephen george edward charles henry oliver harry
jack lucas nathan benjamin samuel gabriel rafael carlos juan jose luis miguel antonio francisco fernando ricardo roberto
eduardo diego pablo pedro manuel mohamed mohammed muhammad ahmed ali hassan ibrahim abdullah fatima
martin peter paul simon mark marcus frank walter hunter cooper taylor tyler logan mason austin dallas dakota
madison morgan brooklyn savannah sydney victor vincent philip phillip jonathan jeremy jason justine bieber
justinbieber harrypotter potter gandalf frodo hobbit batman superman spiderman ironman avengers captain wolverine
snoopy garfield mickey minnie tinkerbell scooby scoobydoo tigger winnie bambi simba nemo elmo barbie hellokitty naruto
goku dragonball vegeta sasuke jamesbond bond terminator predator transformers rocky rambo
metallica nirvana slipknot eminem tupac beatles pinkfloyd ledzeppelin acdc greenday linkinpark
guitar music dancer dance singer piano drummer metal rocknroll hiphop
mustang corvette ferrari porsche mercedes bmw audi toyota honda nissan chevrolet camaro harley yamaha suzuki ducati
kawasaki racing nascar formula turbo
chocolate cookie cookies cheese cheeseburger burger pizza banana orange cherry peaches strawberry peanut butter
peanutbutter ginger pepper pumpkin sugar candy cupcake honey coffee whiskey tequila budweiser heineken guinness
purple yellow green blue black white silver golden gold diamond crystal emerald ruby platinum
london paris berlin newyork chicago boston texas florida california america american canada mexico brazil brasil
australia england ireland scotland france germany deutschland russia china japan india philippines philadelphia
sanfrancisco losangeles lasvegas hollywood
freedom liberty justice peace power warrior soldier marine marines army navy airforce police fire thunder lightning
storm hurricane tornado ocean beach island mountain river forest garden paradise universe galaxy planet earth moon
star stars killer ninja samurai pirate knight wizard magic mystery ghost zombie vampire devil demon satan
lucifer hell evil dark darkness death die blood
money cash dollar million millionaire rich business company success winner champion number one
student teacher school college university science biology chemistry doctor nurse engineer lawyer
fuck fuckyou fucker fuckoff motherfucker bitch asshole bastard shit sexy pussy qwerty qwertz azerty qwertyuiop asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm qazwsx qweasd qweasdzxc
abcd abcdef abcdefg abcdefgh abc aaa xyz trustno1 trustno monkeys iamgod iamthe best thebest
number1 sexsex mother father mommy daddy mamma papa sister brother grandma grandpa friend friends bestfriend
gfhjkm ghbdtn ghjcnj ronaldinho devilmaycry chickenwing necronomicon world wings 4815162342 blink lost
wedding birthday christmas xmas halloween easter holiday vacation
`

/** Phrases of at least twelve characters that appear in lists of leaked passwords. */
const phrases = `
leavemealone whosyourdaddy iseedeadpeople thecakeisalie systemofadown punksnotdead foreveryoung ilovemyfamily
correcthorsebatterystaple unbelievable supernatural professional international entertainment construction
satisfaction intelligence civilization scandinavian cosmopolitan chesterfield contortionist stratocaster ticketmaster
morganstanley nightcrawler greenlantern onceuponatime liveandletlive carpediem hakunamatata nevergiveup
maytheforcebewithyou winteriscoming valarmorghulis openthedoor opensesame donttellanyone idontknow iforgotmypassword
whatismypassword thisismypassword mypassword ihatepasswords ihateyou iamthebest youarethebest loveislove
livelaughlove onelove neverforget keepcalm letmeinplease letmeinnow yabbadabbadoo supercalifragilistic
abracadabra mississippi massachusetts hippopotamus rhinoceros alohomora expectopatronum avadakedavra
ilovechocolate ilovepizza ilovejesus ilovegod jesuslovesme jesusislord godislove praisethelord thankyoujesus
blessedbethelord passwordpassword sonyericsson blackberry thunderbird thunderbolt lamborghini harleydavidson
manchesterunited manchestercity realmadrid barcelonafc chelseafc arsenalfc liverpoolfc bayernmunich dallascowboys
michaeljordan lebronjames cristiano cristianoronaldo lionelmessi tomjones avrillavigne britneyspears taylorswift
onedirection ladygaga katyperry selenagomez backstreet backstreetboys bobmarley edwardcullen bellaswan
jackdaniels jackdaniel johnniewalker captainamerica captainmorgan hansolo lukeskywalker darthvader masterchief
sonnenschein weihnachten weihnachtsbaum schatzilein ichliebedich ichliebedichsehr jetaime teamo teamomucho
tequieromucho amordemivida voetbal doudou chouchou soleil marseille bonjour azertyuiop
`

/** Every word and phrase, once. */
export const commonWords: ReadonlySet<string> = new Set(`${words} ${phrases}`.trim().split(/\s+/))
