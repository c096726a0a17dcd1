package io.understudy.netctl.cli;

import io.understudy.netctl.config.ConfigKey;
import io.understudy.netctl.config.ConfigReader;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** A command that reads the configuration: from a file, from options, or from both. */
@Command(mixinStandardHelpOptions = true)
abstract class Configured {
  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "properties file with the keys below; options win over it")
  private Path file;

  private final Map<ConfigKey, String> options = new EnumMap<>(ConfigKey.class);

  /** The keys that are options of this command. */
  List<ConfigKey> keys() {
    return List.of(ConfigKey.values());
  }

  void addOptions(CommandLine command) {
    for (ConfigKey key : keys()) {
      String preset =
          key.preset() == null || key.preset().isEmpty() ? "" : " (default: " + key.preset() + ")";
      command
          .getCommandSpec()
          .addOption(
              OptionSpec.builder(key.option())
                  .paramLabel("VALUE")
                  .type(String.class)
                  .description(key.text() + ": " + key.meaning().replace("%", "%%") + preset)
                  .setter(setter(key))
                  .build());
    }
  }

  /** What was configured, not yet checked. */
  ConfigReader reader() {
    ConfigReader reader = new ConfigReader();
    if (file != null) {
      reader.file(file);
    }
    options.forEach(reader::set);
    return reader;
  }

  private ISetter setter(ConfigKey key) {
    return new ISetter() {
      @Override
      @SuppressWarnings("unchecked") // picocli's signature
      public <T> T set(T value) {
        if (value == null) {
          options.remove(key);
          return null;
        }
        return (T) options.put(key, value.toString());
      }
    };
  }
}
