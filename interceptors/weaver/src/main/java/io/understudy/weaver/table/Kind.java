package io.understudy.weaver.table;

/** What a native means to a replica. */
public enum Kind {
  DETERMINISTIC('D', "same arguments, same result: left alone"),
  LOCAL('L', "plumbing of the JVM: runs for real on both nodes"),
  SCHEDULING('K', "scheduling: the engine's turn decides"),
  IDENTITY('I', "identity of objects: computed, not logged"),
  COLLECTOR('G', "shows what the garbage collector does: left alone"),
  UNSUPPORTED('X', "not replicated yet: stops replication when a managed thread calls it"),
  INPUT('N', "input that never blocks: logged, and taken from the log on a backup"),
  BLOCKING_INPUT('B', "input that may block: the turn is given up, the result is logged"),
  OUTPUT('O', "output: held until committed, compared by hash on a backup"),
  EFFECT('E', "effect on a kernel object: real on both nodes, the logged result wins"),
  FILE(
      'F', "file: the primary's alone if declared input or output, else each node's own, compared"),
  CONFIGURATION(
      'Z', "value of the process: the primary's, logged once at the start, for all threads");

  private final char letter;
  private final String meaning;

  Kind(char letter, String meaning) {
    this.letter = letter;
    this.meaning = meaning;
  }

  /** First word of the lines of this kind. */
  public char letter() {
    return letter;
  }

  public String meaning() {
    return meaning;
  }

  /** The kind with this letter, or null. */
  static Kind of(String word) {
    for (Kind k : values()) {
      if (word.length() == 1 && word.charAt(0) == k.letter) {
        return k;
      }
    }
    return null;
  }
}
