/**
 * Exercises that packed sets identify by number: the built-in ones as of 0024, by id. A part of the format, so it must
 * never change. The ids of all others, also of later built-in ones, are packed as text.
 */
const ids = `
21s-curl 90-90-hip-stretch ab-wheel-rollout adductor-rock-back adductor-squeeze aerobics agility-ladder
alternating-dumbbell-bench-press alternating-dumbbell-curl american-kettlebell-swing anderson-squat ankle-circles
archer-pull-up archer-push-up arm-circles arm-ergometer arnold-press around-the-world assault-bike assisted-chest-dip
assisted-chin-up assisted-dip assisted-pistol-squat assisted-pull-up assisted-triceps-dip atlas-stone axle-deadlift
b-stance-hip-thrust b-stance-romanian-deadlift back-bridge back-extension back-lever backward-sled-drag badminton
ball-release-chest ball-roll-feet band-assisted-chin-up band-assisted-pull-up band-calf-raise band-chest-press
band-curl band-deadlift band-external-rotation band-face-pull band-fly band-front-raise band-glute-bridge
band-glute-kickback band-good-morning band-hammer-curl band-hip-abduction band-hip-adduction band-hip-flexion
band-hip-thrust band-internal-rotation band-lat-pulldown band-lateral-raise band-leg-curl band-pallof-press
band-pull-apart band-push-up band-resisted-bench-press band-reverse-curl band-reverse-fly band-row band-shoulder-press
band-shrug band-side-bend band-squat band-stiff-leg-deadlift band-straight-arm-pulldown band-triceps-pushdown
band-upright-row band-woodchop barbell-back-squat barbell-bench-press barbell-box-squat barbell-bulgarian-split-squat
barbell-curl barbell-deadlift barbell-floor-press barbell-front-raise barbell-front-squat barbell-glute-bridge
barbell-good-morning barbell-hack-squat barbell-hip-thrust barbell-hold barbell-jump-squat barbell-lunge
barbell-overhead-press barbell-overhead-triceps-extension barbell-pause-squat barbell-preacher-curl barbell-pullover
barbell-rear-delt-row barbell-reverse-curl barbell-reverse-lunge barbell-rollout barbell-romanian-deadlift barbell-row
barbell-seated-calf-raise barbell-shrug barbell-side-bend barbell-single-leg-calf-raise
barbell-single-leg-romanian-deadlift barbell-skull-crusher barbell-spider-curl barbell-split-squat
barbell-standing-calf-raise barbell-step-up barbell-sumo-squat barbell-thruster barbell-upright-row
barbell-walking-lunge barbell-wrist-curl barbell-wrist-extension basketball battle-rope-slam battle-ropes bear-crawl
bear-hold behind-the-back-barbell-shrug behind-the-back-cable-curl behind-the-back-chest-stretch
behind-the-back-smith-machine-shrug behind-the-back-wrist-curl behind-the-neck-jerk behind-the-neck-lat-pulldown
behind-the-neck-press behind-the-neck-pull-up belt-squat bench-dip bench-press-with-chains bent-over-dumbbell-row
biceps-curl biceps-wall-stretch bicycle-crunch bird-dog board-press body-saw bodyweight-bulgarian-split-squat
bodyweight-calf-raise bodyweight-hip-thrust bodyweight-lunge bodyweight-reverse-hyperextension
bodyweight-reverse-lunge bodyweight-split-squat bodyweight-squat bodyweight-triceps-extension bottoms-up
bottoms-up-carry bottoms-up-kettlebell-press box-jump boxing bradford-press broad-jump bulgarian-split-squat burpee
burpee-broad-jump burpee-over-the-bar butt-kicks butterfly-sit-up butterfly-stretch cable-bench-press
cable-chest-press cable-crossover cable-crunch cable-curl cable-drag-curl cable-external-rotation cable-face-pull
cable-front-raise cable-glute-kickback cable-hip-abduction cable-hip-adduction cable-hip-flexion
cable-internal-rotation cable-lateral-raise cable-leg-curl cable-leg-extension cable-preacher-curl cable-pull-through
cable-pullover cable-rear-delt-row cable-reverse-crunch cable-reverse-curl cable-reverse-fly cable-romanian-deadlift
cable-russian-twist cable-shoulder-press cable-shrug cable-side-bend cable-standing-calf-raise cable-triceps-extension
cable-triceps-kickback cable-twist cable-upright-row cable-wrist-curl cable-wrist-extension cable-y-raise
captains-chair-knee-raise captains-chair-leg-raise cat-cow cheat-curl chest-dip chest-fly chest-supported-dumbbell-row
chest-supported-reverse-fly chest-supported-row chest-supported-t-bar-row chest-to-bar-pull-up childs-pose
chin-to-chest-stretch chin-up chin-up-hold clamshell clap-push-up clean clean-and-jerk clean-and-press
clean-and-push-press clean-deadlift clean-from-blocks clean-high-pull clean-pull climbing close-grip-barbell-curl
close-grip-bench-press close-grip-incline-bench-press close-grip-lat-pulldown close-grip-pull-up cobra-stretch
commando-pull-up concentration-curl copenhagen-plank cossack-squat couch-stretch cross-body-crunch
cross-body-hammer-curl cross-body-shoulder-stretch cross-body-triceps-extension cross-country-skiing crunch
cuban-press curtsy-lunge cycling cyclist-squat dancing dead-bug dead-hang deadlift-high-pull
decline-barbell-bench-press decline-crunch decline-dumbbell-bench-press decline-dumbbell-fly decline-oblique-crunch
decline-push-up decline-reverse-crunch decline-sit-up decline-skull-crusher deep-squat-hold deficit-deadlift
deficit-push-up deficit-reverse-lunge depth-jump devils-press diamond-push-up dip donkey-calf-raise
doorway-chest-stretch double-kettlebell-clean double-kettlebell-press double-kettlebell-row double-under downward-dog
drag-curl dragon-flag dumbbell-bench-press dumbbell-clean dumbbell-clean-and-press dumbbell-curl dumbbell-deadlift
dumbbell-external-rotation dumbbell-floor-fly dumbbell-floor-press dumbbell-fly dumbbell-front-raise
dumbbell-front-squat dumbbell-glute-bridge dumbbell-hip-thrust dumbbell-iron-cross dumbbell-lateral-lunge
dumbbell-lateral-raise dumbbell-leg-curl dumbbell-lunge dumbbell-overhead-lunge dumbbell-overhead-squat
dumbbell-overhead-triceps-extension dumbbell-preacher-curl dumbbell-pullover dumbbell-push-press dumbbell-reverse-curl
dumbbell-reverse-fly dumbbell-reverse-lunge dumbbell-rollback-extension dumbbell-romanian-deadlift dumbbell-row
dumbbell-seal-row dumbbell-seated-calf-raise dumbbell-shoulder-press dumbbell-shrug dumbbell-side-bend
dumbbell-single-leg-calf-raise dumbbell-single-leg-hip-thrust dumbbell-skull-crusher dumbbell-snatch
dumbbell-spider-curl dumbbell-split-jerk dumbbell-split-squat dumbbell-squat dumbbell-squat-curl-press
dumbbell-squeeze-press dumbbell-standing-calf-raise dumbbell-step-up dumbbell-stiff-leg-deadlift
dumbbell-sumo-deadlift dumbbell-sumo-squat dumbbell-swing dumbbell-thruster dumbbell-triceps-kickback
dumbbell-turkish-get-up dumbbell-upright-row dumbbell-walking-lunge dumbbell-wrist-curl dumbbell-wrist-extension
dumbbell-z-press dynamic-chest-stretch dynamic-warm-up elliptical-trainer ez-bar-curl
ez-bar-overhead-triceps-extension ez-bar-preacher-curl ez-bar-reverse-curl ez-bar-row ez-bar-skull-crusher
ez-bar-spider-curl ez-bar-upright-row farmers-walk fat-grip-hold feet-elevated-glute-bridge feet-elevated-inverted-row
figure-four-stretch finger-curl fire-hydrant floor-glute-kickback floor-triceps-dip flutter-kick foam-roll-adductors
foam-roll-calves foam-roll-glutes foam-roll-hamstrings foam-roll-it-band foam-roll-lats foam-roll-quads
foam-roll-shins foam-roll-upper-back foam-roller-thoracic-extension foam-rolling forearm-pronation-and-supination
frog-crunch frog-jump frog-pump frog-stretch front-lever-hold front-lever-raise front-lever-row front-rack-carry
front-rack-lunge full-range-split-squat ghd-sit-up glute-bridge glute-bridge-march glute-focused-back-extension
glute-ham-raise goblet-squat golf gorilla-row guillotine-press hack-squat-calf-raise halting-deadlift hammer-curl
hand-gripper handstand-hold handstand-push-up hang-clean hang-power-clean hang-power-snatch hang-snatch
hanging-knee-raise hanging-leg-raise hanging-oblique-knee-raise heel-tap high-cable-curl high-cable-row high-knees
high-plank high-to-low-cable-fly high-to-low-cable-woodchop hiit hiking hindu-push-up hip-abduction
hip-abduction-machine hip-adduction hip-adduction-machine hip-circles hollow-hold hollow-rock horizontal-leg-press
human-flag hurdle-hop inchworm incline-barbell-bench-press incline-cable-chest-press incline-cable-fly
incline-dumbbell-bench-press incline-dumbbell-curl incline-dumbbell-fly incline-dumbbell-shrug incline-front-raise
incline-hammer-curl incline-lateral-raise incline-press incline-push-up incline-skull-crusher
incline-treadmill-walking inverted-row iso-lateral-chest-press iso-lateral-high-row iso-lateral-low-row
iso-lateral-pulldown iso-lateral-row iso-lateral-wide-chest-press isometric-neck-hold it-band-stretch jefferson-curl
jefferson-deadlift jerk-balance jerk-dip jm-press jump-rope jump-shrug jump-squat jumping-jack jumping-lunge
jumping-pull-up kas-glute-bridge kettlebell-around-the-world kettlebell-clean kettlebell-clean-and-jerk
kettlebell-clean-and-press kettlebell-curl kettlebell-deadlift kettlebell-farmers-walk kettlebell-figure-eight
kettlebell-floor-press kettlebell-front-squat kettlebell-goblet-squat kettlebell-halo kettlebell-high-pull
kettlebell-lateral-raise kettlebell-overhead-squat kettlebell-overhead-triceps-extension kettlebell-pistol-squat
kettlebell-press kettlebell-push-press kettlebell-romanian-deadlift kettlebell-row kettlebell-shrug
kettlebell-single-leg-deadlift kettlebell-snatch kettlebell-sumo-deadlift kettlebell-sumo-squat kettlebell-swing
kettlebell-thruster kettlebell-upright-row kettlebell-windmill kipping-pull-up knee-to-chest-stretch
knee-to-wall-ankle-mobilization kneeling-hip-flexor-stretch kneeling-lat-pulldown kneeling-push-up knees-to-elbows
korean-dip kroc-row l-sit l-sit-pull-up landmine-180 landmine-press landmine-row landmine-squat landmine-thruster
larsen-press lat-prayer lat-pulldown lat-stretch lateral-band-walk lateral-bound lateral-box-jump lateral-lunge
lateral-neck-flexion lateral-step-up lateral-to-front-raise leaning-cable-lateral-raise leaning-lateral-raise leg-curl
leg-extension leg-press leg-press-calf-raise leg-swing log-clean-and-press log-press low-bar-back-squat
low-to-high-cable-fly low-to-high-cable-woodchop lying-cable-curl lying-cable-fly lying-hamstring-stretch
lying-knee-raise lying-leg-curl lying-leg-raise lying-neck-curl lying-neck-extension lying-quad-stretch
lying-spinal-twist lying-windshield-wiper machine-back-extension machine-calf-press machine-chest-press machine-crunch
machine-curl machine-decline-chest-press machine-dip machine-glute-kickback machine-grip-crush machine-hack-squat
machine-hip-flexion machine-hip-thrust machine-incline-chest-press machine-lat-pulldown machine-lateral-raise
machine-neck-curl machine-neck-extension machine-preacher-curl machine-pullover machine-reverse-fly machine-row
machine-shoulder-press machine-shrug machine-single-leg-calf-raise machine-squat machine-standing-calf-raise
machine-torso-rotation machine-triceps-extension man-maker martial-arts meadows-row medicine-ball-chest-pass
medicine-ball-overhead-throw medicine-ball-scoop-throw medicine-ball-slam medicine-ball-twist monster-walk
mountain-climber muscle-clean muscle-snatch muscle-up narrow-stance-leg-press neck-curl neck-extension
neck-harness-extension neck-side-stretch negative-chin-up negative-pull-up neutral-grip-dumbbell-bench-press
neutral-grip-dumbbell-shoulder-press neutral-grip-incline-dumbbell-press neutral-grip-lat-pulldown
neutral-grip-pull-up nordic-hamstring-curl oblique-crunch one-arm-chin-up one-arm-hang one-arm-push-up
open-book-stretch overhead-cable-triceps-extension overhead-carry overhead-shrug overhead-squat
overhead-triceps-extension overhead-triceps-stretch pallof-press pallof-press-with-rotation pause-deadlift
pause-front-squat paused-bench-press pec-deck pelvic-tilt pendlay-row pendulum-squat peroneal-stretch pickleball
pigeon-pose pike-push-up pilates pin-press pistol-squat planche plank plank-jack plank-reach plank-shoulder-tap
plank-up-down plate-curl plate-front-raise plate-loaded-shoulder-press plate-pinch pogo-jump power-clean
power-clean-and-jerk power-clean-from-blocks power-jerk power-skip power-snatch preacher-hammer-curl press-under
prone-t-raise pseudo-planche-push-up pull-up push-press push-up rack-pull radial-deviation raised-leg-bicycle-crunch
rear-delt-fly rear-delt-row recumbent-bike renegade-row reverse-band-bench-press reverse-crunch
reverse-grip-bench-press reverse-grip-concentration-curl reverse-grip-triceps-pushdown reverse-hack-squat
reverse-hyperextension reverse-nordic-curl reverse-plank ring-dip ring-muscle-up ring-pull-up ring-push-up rkc-plank
roman-chair-side-bend rope-climb rope-hammer-curl rope-straight-arm-pulldown rotational-medicine-ball-throw
rowing-machine rucking runners-stretch running russian-twist safety-bar-squat sandbag-carry sandbag-load scaption
scapular-pull-up scapular-push-up scissor-kick scorpion-stretch seal-row seated-barbell-overhead-press seated-box-jump
seated-cable-crunch seated-cable-fly seated-cable-row seated-calf-raise seated-calf-stretch seated-dumbbell-curl
seated-dumbbell-lateral-raise seated-dumbbell-reverse-fly seated-dumbbell-shrug seated-forward-fold seated-glute-twist
seated-good-morning seated-leg-curl seated-spinal-twist see-saw-press shadow-boxing shin-stretch shotgun-row
shoulder-pass-through shoulder-press shrimp-squat shrug shuttle-run side-lunge-stretch side-lying-leg-raise side-plank
side-plank-hip-dip single-arm-cable-chest-press single-arm-cable-curl single-arm-cable-fly
single-arm-cable-lateral-raise single-arm-cable-reverse-fly single-arm-cable-row single-arm-dumbbell-bench-press
single-arm-dumbbell-curl single-arm-dumbbell-fly single-arm-dumbbell-lateral-raise single-arm-dumbbell-shoulder-press
single-arm-incline-dumbbell-press single-arm-kettlebell-floor-press single-arm-kettlebell-swing
single-arm-landmine-row single-arm-lat-pulldown single-arm-machine-chest-press single-arm-machine-row
single-arm-overhead-triceps-extension single-arm-pec-deck single-arm-row single-arm-straight-arm-pulldown
single-arm-triceps-pushdown single-leg-back-extension single-leg-calf-raise single-leg-curl single-leg-extension
single-leg-glute-bridge single-leg-hip-thrust single-leg-hop single-leg-lying-leg-curl single-leg-press
single-leg-romanian-deadlift single-leg-seated-leg-curl sissy-squat sit-up skating ski-erg skiing sled-drag sled-pull
sled-push sledgehammer-swing sleeper-stretch sliding-leg-curl slingshot-bench-press smith-machine-bench-press
smith-machine-bulgarian-split-squat smith-machine-calf-raise smith-machine-close-grip-bench-press
smith-machine-deadlift smith-machine-decline-bench-press smith-machine-front-squat smith-machine-good-morning
smith-machine-guillotine-press smith-machine-hack-squat smith-machine-hip-thrust smith-machine-incline-bench-press
smith-machine-jm-press smith-machine-overhead-press smith-machine-reverse-lunge smith-machine-romanian-deadlift
smith-machine-row smith-machine-shrug smith-machine-split-squat smith-machine-squat smith-machine-stiff-leg-deadlift
smith-machine-upright-row snatch snatch-balance snatch-from-blocks snatch-grip-behind-the-neck-press
snatch-grip-deadlift snatch-grip-shrug snatch-high-pull snatch-pull snowboarding soccer soleus-stretch sots-press
spanish-squat spiderman-plank split-clean split-jerk split-snatch spoto-press sprint squat-jerk squat-row squat-thrust
stability-ball-chest-stretch stability-ball-crunch stability-ball-knee-tuck stability-ball-leg-curl
stability-ball-rollout stair-climbing stair-machine standing-ab-wheel-rollout standing-cable-crunch standing-cable-row
standing-dumbbell-press standing-forward-fold standing-hamstring-stretch standing-hip-extension-machine
standing-leg-curl standing-quad-stretch standing-side-stretch star-jump stationary-bike steering-wheel step-down
step-up stiff-leg-deadlift stomach-vacuum straddle-stretch straight-arm-crunch straight-arm-pulldown straight-bar-dip
stretching suitcase-carry suitcase-deadlift sumo-deadlift sumo-deadlift-high-pull sun-salutation superman
superman-hold surfing suspension-chest-press suspension-curl suspension-face-pull suspension-fallout suspension-fly
suspension-jackknife suspension-reverse-fly suspension-row suspension-squat suspension-triceps-extension
suspension-y-fly svend-press swimming swiss-bar-bench-press t-bar-row tall-clean tall-snatch tate-press tennis
terminal-knee-extension thread-the-needle tibialis-raise tire-flip toe-touch-crunch toes-to-bar towel-pull-up
trail-running trap-bar-carry trap-bar-deadlift trap-bar-romanian-deadlift trap-bar-shrug treadmill-running
treadmill-walking triceps-dip triceps-extension triceps-pushdown triceps-rope-pushdown tuck-jump tuck-planche tuck-up
turkish-get-up two-hand-landmine-press ulnar-deviation underhand-band-pulldown underhand-barbell-row
underhand-cable-row underhand-inverted-row underhand-lat-pulldown upper-back-stretch v-bar-triceps-pushdown
v-grip-cable-row v-grip-lat-pulldown v-up vertical-climber vertical-leg-press viking-press volleyball waiter-curl
walking walking-lunge wall-ball wall-calf-stretch wall-sit wall-slide weighted-back-extension weighted-bench-dip
weighted-chest-dip weighted-chin-up weighted-crunch weighted-decline-crunch weighted-decline-sit-up weighted-dip
weighted-hanging-knee-raise weighted-hanging-leg-raise weighted-inverted-row weighted-neck-curl
weighted-neutral-grip-pull-up weighted-plank weighted-pull-up weighted-push-up weighted-ring-dip
weighted-russian-twist weighted-sissy-squat weighted-sit-up weighted-tibialis-raise weighted-triceps-dip
wide-elbow-triceps-press wide-grip-barbell-curl wide-grip-barbell-row wide-grip-bench-press wide-grip-cable-row
wide-grip-lat-pulldown wide-grip-pull-up wide-push-up wide-stance-leg-press windshield-wiper worlds-greatest-stretch
wrist-circles wrist-extensor-stretch wrist-flexor-stretch wrist-roller y-raise yoga yoke-walk z-press zercher-carry
zercher-squat zottman-curl
`

/** The ids by number, from 0. */
export const numberedExercises: readonly string[] = ids.trim().split(/\s+/)

/** The numbers by id. */
export const numbersOfExercises: ReadonlyMap<string, number> = new Map(
  numberedExercises.map((id, number) => [id, number]),
)
