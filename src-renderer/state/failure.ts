// What a failed call means, for the features, which do not speak to the line themselves.
export { failureOf, type Failure } from '../rpc/errors'
