package io.understudy.agent.jvmti;

/** The JVM refused a JNI or JVMTI call that scheduling of monitors cannot do without. */
public final class JvmtiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private JvmtiException(String message) {
    super(message);
  }

  /**
   * @param function name in the JNI or JVMTI specification
   * @param error its result; 0 is success
   */
  static void check(String function, int error) {
    if (error != 0) {
      throw new JvmtiException(
          function
              + " failed with error "
              + error
              + "; synchronized blocks of the server cannot be scheduled; use a HotSpot JVM"
              + " without another agent that holds the same JVMTI capabilities");
    }
  }
}
