package io.understudy.weaver.table;

/** A call of the engine that is woven into a named JDK method ({@code M} lines). */
public record MethodHook(String owner, String name, String desc, Point point, Target target) {
  /** Where, and what the call may do. */
  public enum Point {
    /** First instruction; takes nothing. */
    ENTER("enter"),

    /** First instruction; takes receiver and arguments; true = return at once (void methods). */
    REPLACE("replace"),

    /**
     * First instruction; takes receiver and arguments; null = go on, else the first element is
     * returned (methods that return objects).
     */
    ANSWER("answer"),

    /** Before each return; takes receiver, arguments and result, and gives the result. */
    FILTER("filter"),

    /** Before each return; takes nothing. */
    LEAVE("leave");

    final String word;

    Point(String word) {
      this.word = word;
    }
  }
}
