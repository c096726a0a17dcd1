package io.understudy.agent.jar;

import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;

/** A program that prints what it can see of the agent. */
public final class Surroundings {
  /** The log manager that the program names at its start. */
  public static final class Manager extends LogManager {}

  private static final String[] HIDDEN = {
    "io.understudy.agent.Start",
    "io.understudy.link.control.NetctlClient",
    "net.bytebuddy.ByteBuddy",
    "io.netty.channel.Channel",
    "com.google.protobuf.Message",
    "com.sun.jna.Native",
    "picocli.CommandLine"
  };

  private Surroundings() {}

  /** Prints properties, loaders, and which of the agent's classes can be found. */
  public static void main(String[] arguments) {
    Map<Object, Object> properties = new TreeMap<>(System.getProperties());
    properties.remove("java.vm.compressedOopsMode");
    properties.forEach((name, value) -> System.out.println(name + "=" + value));
    System.out.println(Surroundings.class.getClassLoader().getClass());
    System.out.println(Thread.currentThread().getContextClassLoader().getClass());
    for (String name : HIDDEN) {
      System.out.println(name + " " + isVisible(name));
    }
    System.out.println(ClassLoader.getSystemResource("META-INF/services"));
    System.setProperty("java.util.logging.manager", Manager.class.getName());
    System.out.println(LogManager.getLogManager().getClass());
    System.err.println("the program's own line");
  }

  private static boolean isVisible(String name) {
    try {
      Class.forName(name, false, ClassLoader.getSystemClassLoader());
      return true;
    } catch (ClassNotFoundException hidden) {
      return false;
    }
  }
}
