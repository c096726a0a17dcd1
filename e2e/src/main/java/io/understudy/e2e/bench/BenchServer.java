package io.understudy.e2e.bench;

import io.understudy.e2e.experiment.ServerCommand;
import io.understudy.e2e.experiment.Workshop;
import java.nio.file.Path;
import java.util.Locale;

/** The servers that are measured. */
enum BenchServer {
  /** The gateway. */
  ALG,
  /** The back-to-back user agent. */
  B2BUA;

  String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  Path jar(Workshop workshop) {
    return this == ALG ? workshop.algJar() : workshop.b2buaJar();
  }

  ServerCommand command(Workshop workshop) {
    return this == ALG ? workshop.alg() : workshop.b2bua("");
  }
}
