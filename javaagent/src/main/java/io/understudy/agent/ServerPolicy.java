package io.understudy.agent;

import io.understudy.agent.option.AgentOptions;
import io.understudy.engine.boundary.FilePolicy;
import io.understudy.engine.hook.Libraries;
import java.io.File;
import java.util.ArrayList;
import java.util.List;

/** What the options say of the server's files and libraries, told to the engine. */
final class ServerPolicy {
  /**
   * Netty and what brings its own copy of it: sockets by the JDK and not by a native library. A
   * property that the user has set stays.
   */
  private static final List<String> NO_NATIVES =
      List.of(
          "io.netty.transport.noNative",
          "io.netty.handler.ssl.noOpenSsl",
          "io.grpc.netty.shaded.io.netty.transport.noNative",
          "io.grpc.netty.shaded.io.netty.handler.ssl.noOpenSsl");

  private ServerPolicy() {}

  static void install(AgentOptions options) {
    List<String> primarys = new ArrayList<>(options.input());
    primarys.addAll(options.output());
    FilePolicy.install(System.getProperty("user.dir"), primarys.toArray(new String[0]), alike());
    Libraries.allow(options.libraries().toArray(new String[0]));
    for (String property : NO_NATIVES) {
      if (System.getProperty(property) == null) {
        System.setProperty(property, "true");
      }
    }
  }

  /** The JDK, and the directories of the class path: the nodes' identities hold them. */
  private static String[] alike() {
    List<String> alike = new ArrayList<>(List.of(System.getProperty("java.home")));
    for (String each : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (!each.isEmpty() && !each.equals(".") && new File(each).isDirectory()) {
        alike.add(each);
      }
    }
    return alike.toArray(new String[0]);
  }
}
