/** HL7 version 2 as text: parse, read, write, correct, acknowledge. Knows the format, not what hospitals mean by it. */
export { type AckErrorCode, type AckInput, buildAck, ERROR_CODES, type ErrorLocation } from './ack.ts';
export {
  buildMessage,
  type FieldInput,
  makeMessage,
  type RepetitionInput,
  repeated,
  type SegmentInput,
  serialize,
  type ValueInput,
} from './build.ts';
export { type Decoded, decode } from './charset.ts';
export {
  type Cwe,
  type Cx,
  type Hd,
  type Msg,
  type Pl,
  part,
  readCwe,
  readCx,
  readHd,
  readMsg,
  readNestedHd,
  readPl,
  readXtn,
  type Xtn,
} from './datatypes.ts';
export { type Dtm, type DtmPrecision, formatDtm, parseDtm } from './dtm.ts';
export { type EditResult, setField } from './edit.ts';
export { encodeText } from './encode-text.ts';
export {
  type Charset,
  type Encoding,
  type Hl7Error,
  type Hl7ErrorCode,
  type Message,
  type ParseResult,
  type Segment,
  type Separators,
  STANDARD_SEPARATORS,
} from './model.ts';
export { nameText, readCnn, readXcn, readXpn, type Xcn, type Xpn } from './names.ts';
export { parse, parseBatch, parseBytes } from './parse.ts';
export { type Path, parsePath } from './path.ts';
export { get, getText, type Repetition, repetitions, segments, texts } from './read.ts';
export { missingField } from './required.ts';
