// Todo trabalho longo: o que está em andamento, espera, está em pausa, e terminou hoje.
import type { Dictionary } from '../dictionary'

export const jobs: Dictionary['jobs'] = {
  title: 'Tarefas',
  none: 'Nada em andamento. Treinos, evidências e auditorias aparecem aqui enquanto rodam ou esperam.',
  now: 'Em andamento',
  today: 'Terminadas hoje',
  named: {
    training: (name) => `Treino: ${name}`,
    evidence: (name) => `Evidências: ${name}`,
    audit: (name) => `Auditoria: ${name}`
  },
  about: {
    training: (dataset) => `Aprende ${dataset}`,
    evidence: (model) => `O que ${model} ainda sabe`,
    audit: (suite) => suite
  },
  texts: (done, total) => `${done} de ${total} textos`,
  paused: 'Em pausa. O que há está guardado.',
  begins: 'Preparando…',
  pause: 'Pausar',
  resume: 'Retomar',
  end: {
    training: 'Parar e ficar com a melhor',
    evidence: 'Cancelar',
    audit: 'Cancelar'
  },
  pauseNamed: (job) => `Pausar ${job}`,
  resumeNamed: (job) => `Retomar ${job}`,
  endNamed: {
    training: (job) => `Parar e ficar com a melhor: ${job}`,
    evidence: (job) => `Cancelar ${job}`,
    audit: (job) => `Cancelar ${job}`
  },
  cancelled: (job) => `Cancelada: ${job}. O que foi pontuado está guardado.`,
  notDone: 'Não foi possível fazer isto',
  all: 'Todas as tarefas',
  more: (count) => `mais ${count}`
}
