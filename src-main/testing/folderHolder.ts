// A process that owns a data folder until it is killed.
import { takeOwnership } from '../store/owner'

const ownership = takeOwnership(process.argv[2] ?? '')
ownership?.publishAddress({ url: 'http://127.0.0.1:1/', token: 'token', pid: process.pid })
process.send?.(ownership?.fence)
setInterval(() => {}, 60_000)
