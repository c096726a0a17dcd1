package io.understudy.weaver.table;

/** A static method that takes the place of a call or follows an instruction. */
public record Target(String owner, String name, String desc) {
  private static final String ENGINE = "io/understudy/engine/";

  /** Where the generated bridges are. */
  public static final String BRIDGES = ENGINE + "boundary/Bridges";

  /**
   * Reads {@code package/Class.method} or {@code package/Class.method(args)result} below the
   * engine's package.
   *
   * @param desc used when the text has none
   */
  static Target engine(String text, String desc) {
    int paren = text.indexOf('(');
    String member = paren < 0 ? text : text.substring(0, paren);
    int dot = member.indexOf('.');
    if (dot < 0) {
      throw new IllegalArgumentException("no method in \"" + text + "\"; write package/Class.name");
    }
    return new Target(
        ENGINE + member.substring(0, dot),
        member.substring(dot + 1),
        paren < 0 ? desc : text.substring(paren));
  }

  static Target bridge(String name, String desc) {
    return new Target(BRIDGES, name, desc);
  }

  @Override
  public String toString() {
    return owner + "." + name + desc;
  }
}
