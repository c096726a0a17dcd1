package io.understudy.agent.jvmti;

/** Listener of the probes: nothing is managed and nothing happens unless a probe says so. */
class ProbeEvents implements MonitorEvents {
  @Override
  public boolean managed() {
    return false;
  }

  @Override
  public void contended(Object monitor) {
    throw new IllegalStateException("contended on an unmanaged thread");
  }

  @Override
  public void threadStarted() {
    // most probes watch monitors only
  }

  @Override
  public void threadEnded() {
    // most probes watch monitors only
  }

  @Override
  public void failed(Throwable cause) {
    cause.printStackTrace();
    Runtime.getRuntime().halt(1);
  }
}
