package io.understudy.agent.boot;

import java.lang.reflect.InvocationTargetException;

/** {@code java -jar understudy.jar ...}: runs the command line of the isolated tier. */
public final class Main {
  private Main() {}

  /** Ends the JVM with the command's exit code. */
  public static void main(String[] arguments) throws Throwable {
    ClassLoader loader = new AgentClassLoader(Premain.jar(), true);
    Thread.currentThread().setContextClassLoader(loader);
    int code;
    try {
      code =
          (int)
              loader
                  .loadClass("io.understudy.agent.cli.CommandLineTool")
                  .getMethod("run", String[].class)
                  .invoke(null, (Object) arguments);
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
    System.exit(code);
  }
}
