import { startPercentOf } from '#training/programs/index.ts'
import { Choices } from '../parts/choices.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { nameOf } from '../state/catalogue.ts'
import { settings } from '../state/settings.ts'
import { changeDraft, changeLift, type Lift } from './draft.ts'
import { NumberRow } from './number-row.tsx'

type Rule = NonNullable<Lift['rules']>[number]

/**
 * The rule if this sheet can edit it: an increase after success, a decrease after misses. Undefined for other rules.
 */
function editableRule(rules: readonly Rule[]): Rule | undefined {
  const [rule = {}] = rules
  const { steps, bonus, weeks, days, set, made, missed } = rule
  const isOther = [steps, bonus, weeks, days, set].some((part) => part !== undefined) || rules.length > 1
  if (isOther || (made && made.kind !== 'add') || (missed && missed.kind !== 'percent')) return undefined
  return rule
}

/** Edits a lift's base: its kind, its start, and how it changes. */
export function LiftSheet({ lift, onClose }: { lift: Lift; onClose: () => void }) {
  const changeThis = (edit: (lift: Lift) => Lift) => changeDraft(changeLift(lift.key, edit))
  const rule = editableRule(lift.rules ?? [])
  const { unit } = settings.value
  const made = rule?.made?.kind === 'add' ? rule.made : undefined
  const missed = rule?.missed?.kind === 'percent' ? rule.missed : undefined
  const putRule = (next: Rule) =>
    changeThis((current) => ({ ...current, rules: next.made || next.missed ? [next] : [] }))
  return (
    <Sheet title={nameOf(lift.exerciseId)} text="Its sets are percentages of this base." onClose={onClose}>
      <Choices
        look="outlined"
        label="The base is"
        value={lift.base}
        choices={[
          ['training_max', 'A training max'],
          ['working_weight', 'The working weight'],
        ]}
        onChoose={(base) => changeThis((current) => ({ ...current, base }))}
      />
      <div class="card flush rows">
        <NumberRow
          name="Starts at"
          unit="% of 1RM"
          value={startPercentOf(lift)}
          min={10}
          max={110}
          step={2.5}
          onChange={(startPercent) => changeThis((current) => ({ ...current, startPercent }))}
        />
        {rule && (
          <>
            <NumberRow
              name="If made, add"
              unit={made?.unit ?? unit}
              value={made?.value ?? 0}
              min={0}
              max={50}
              step={unit === 'kg' ? 2.5 : 5}
              onChange={(value) => {
                const { made: _, afterMade: __, ...others } = rule
                putRule(
                  value > 0 ? { ...rule, made: { kind: 'add', value, unit: made?.unit ?? unit } } : others,
                )
              }}
            />
            <NumberRow
              name="If missed, subtract"
              unit="%"
              value={missed ? -missed.percent : 0}
              min={0}
              max={50}
              step={2.5}
              onChange={(percent) => {
                const { missed: _, afterMissed: __, ...others } = rule
                putRule(
                  percent > 0
                    ? {
                        ...others,
                        missed: { kind: 'percent', percent: -percent },
                        afterMissed: rule.afterMissed ?? 2,
                      }
                    : others,
                )
              }}
            />
            {missed && (
              <NumberRow
                name="After"
                unit="misses"
                value={rule.afterMissed ?? 1}
                min={1}
                max={20}
                onChange={(afterMissed) => putRule({ ...rule, afterMissed })}
              />
            )}
          </>
        )}
      </div>
      {!rule && <p class="small soft">This base follows custom rules, which can’t be edited here.</p>}
      <button type="button" class="btn go full" onClick={onClose}>
        Done
      </button>
    </Sheet>
  )
}
