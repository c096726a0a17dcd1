package io.understudy.link.journal.cli;

/**
 * One field of a record.
 *
 * @param name as in "result"
 * @param text its value for people
 * @param payload bytes that went through a socket or the like; null if the field is none such
 */
@SuppressWarnings("ArrayRecordComponent") // shown, never compared
public record LogField(String name, String text, byte[] payload) {
  /** A field that is no payload. */
  public static LogField of(String name, Object value) {
    return new LogField(name, String.valueOf(value), null);
  }
}
