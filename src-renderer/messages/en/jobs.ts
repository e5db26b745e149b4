// All long work: what runs, waits, is paused, and ended today.
export const jobs = {
  title: 'Jobs',
  none: 'Nothing is under way. Trainings, evidence and audits are listed here while they run or wait.',
  now: 'Under way',
  today: 'Ended today',
  named: {
    training: (name: string) => `Training: ${name}`,
    evidence: (name: string) => `Evidence: ${name}`,
    audit: (name: string) => `Audit: ${name}`
  },
  about: {
    training: (dataset: string) => `Learns ${dataset}`,
    evidence: (model: string) => `What ${model} still knows`,
    audit: (suite: string) => suite
  },
  texts: (done: string, total: string) => `${done} of ${total} texts`,
  paused: 'Paused. What there is is kept.',
  begins: 'Getting ready…',
  pause: 'Pause',
  resume: 'Resume',
  end: {
    training: 'Stop and keep the best',
    evidence: 'Cancel',
    audit: 'Cancel'
  },
  pauseNamed: (job: string) => `Pause ${job}`,
  resumeNamed: (job: string) => `Resume ${job}`,
  endNamed: {
    training: (job: string) => `Stop and keep the best: ${job}`,
    evidence: (job: string) => `Cancel ${job}`,
    audit: (job: string) => `Cancel ${job}`
  },
  cancelled: (job: string) => `Cancelled: ${job}. What was scored is kept.`,
  notDone: 'This could not be done',
  all: 'All jobs',
  more: (count: string) => `+${count} more`
}
