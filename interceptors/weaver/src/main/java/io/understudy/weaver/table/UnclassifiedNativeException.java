package io.understudy.weaver.table;

/** The running JDK has a native that the table does not know: its results could escape the log. */
public final class UnclassifiedNativeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Process exit status of an agent that refuses to start. */
  public static final int EXIT_CODE = 78;

  private final transient NativeMethod method;

  public UnclassifiedNativeException(NativeMethod method) {
    super(
        "refusing to start: "
            + method.label()
            + " of module "
            + method.module()
            + " has no rule; its results would not reach the backup."
            + " Use a supported JDK build, or add a line to natives.tbl");
    this.method = method;
  }

  /** The first native without a rule. */
  public NativeMethod method() {
    return method;
  }

  /** What the JVM should exit with. */
  public int exitCode() {
    return EXIT_CODE;
  }
}
