package io.understudy.weaver.table;

/** A line of {@code natives.tbl} cannot be read. */
public final class TableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  TableException(int line, String text, String what) {
    super("natives.tbl line " + line + ": " + what + "; the line is \"" + text.trim() + "\"");
  }
}
