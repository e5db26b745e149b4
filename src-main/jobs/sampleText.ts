// A short text for measuring what rounding costs, where a person brings none: plain prose in both
// languages of the window, written for this.

export const sampleText = `The ferry leaves at seven, an hour before the fog lifts from the water. Marta
likes the early boat because it is almost empty: two nurses on their way home, a boy with a bicycle, an
old man who sells oranges at the market. She sits by the window and reads the same page three times
without noticing. On the other side, the lighthouse goes on turning although it is already day. Somebody
once told her that the keeper forgets to switch it off; somebody else, that he leaves it on for a friend
who comes back late. She has never asked. When the engine slows down, she closes the book, counts the
coins in her pocket and thinks that it may rain after all.

A balsa sai às sete, uma hora antes de a neblina se levantar da água. Marta gosta do primeiro barco
porque vai quase vazio: duas enfermeiras voltando para casa, um menino de bicicleta, um senhor que vende
laranjas na feira. Ela se senta perto da janela e lê três vezes a mesma página sem perceber. Do outro
lado, o farol continua girando, embora já seja dia. Alguém lhe disse uma vez que o faroleiro se esquece
de apagá-lo; outra pessoa, que ele o deixa aceso para um amigo que volta tarde. Ela nunca perguntou.
Quando o motor diminui, fecha o livro, conta as moedas no bolso e pensa que talvez chova, afinal.
`
