package io.understudy.weaver.table;

/**
 * A source of numbers that managed and unmanaged threads share; managed threads get a second copy
 * ({@code Q} lines).
 *
 * @param index argument of the engine's {@code Counters}
 * @param name of a static field, or of a static method
 * @param desc type of the field, or descriptor of the method
 * @param first what a method gives first
 */
public record Sequence(int index, String owner, String name, String desc, long first) {
  private static final String PICK = "hook/Counters.pick";

  public boolean isField() {
    return desc.charAt(0) != '(';
  }

  /**
   * For a field: takes the field's value and {@link #index} behind the read. For a method: the
   * bridge that takes the place of the call.
   */
  public Target target() {
    return isField()
        ? Target.engine(PICK, "(" + desc + "I)" + desc)
        : Target.bridge("q" + index, desc);
  }
}
