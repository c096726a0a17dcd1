package io.understudy.agent.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Version of the product, put in by the build. */
public final class Version implements IVersionProvider {
  private static final String RESOURCE = "/io/understudy/agent/version.properties";

  @Override
  public String[] getVersion() throws IOException {
    return new String[] {
      "understudy " + number(),
      "java " + System.getProperty("java.runtime.version") + ", " + System.getProperty("os.arch")
    };
  }

  /** For example {@code 0.1.0}. */
  public static String number() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream(RESOURCE)) {
      properties.load(in);
    }
    return properties.getProperty("version");
  }
}
