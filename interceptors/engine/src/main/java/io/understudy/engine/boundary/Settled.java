package io.understudy.engine.boundary;

/** Call sites of natives that give a value of {@link Configuration} a second time. */
public final class Settled {
  private static final String PID = "java/lang/ProcessHandleImpl#getCurrentPid0";
  private static final String PROCESSORS = "java/lang/Runtime#availableProcessors";

  private Settled() {}

  /** Call site of sun.management.VMManagementImpl.getProcessId. */
  public static int pid(Object vm) {
    Object settled = Configuration.get(PID);
    return (int) (settled == null ? ProcessHandle.current().pid() : (Long) settled);
  }

  /** Call site of sun.management.VMManagementImpl.getAvailableProcessors. */
  public static int processors(Object vm) {
    Object settled = Configuration.get(PROCESSORS);
    return settled == null
        ? Runtime.getRuntime().availableProcessors()
        : ((Long) settled).intValue();
  }
}
