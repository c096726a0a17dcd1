package io.understudy.netctl.daemon;

import io.understudy.link.message.NodeAlarm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Lasting conditions that an operator must know. Raising and clearing one is an event. */
final class Alarms {
  private record Raised(String text, long nanos) {}

  private final Map<String, Raised> raised = new LinkedHashMap<>();
  private final EventLog events;

  Alarms(EventLog events) {
    this.events = events;
  }

  /** Raises an alarm; one that stands already keeps its age. */
  synchronized void raise(String name, String text) {
    Raised before = raised.get(name);
    if (before == null || !before.text().equals(text)) {
      events.add("alarm", name + ": " + text);
    }
    raised.put(name, new Raised(text, before == null ? System.nanoTime() : before.nanos()));
  }

  synchronized void clear(String name) {
    if (raised.remove(name) != null) {
      events.add("alarm-over", name);
    }
  }

  synchronized List<NodeAlarm> list() {
    long now = System.nanoTime();
    return raised.entrySet().stream()
        .map(
            alarm ->
                NodeAlarm.newBuilder()
                    .setName(alarm.getKey())
                    .setText(alarm.getValue().text())
                    .setAgeMillis(TimeUnit.NANOSECONDS.toMillis(now - alarm.getValue().nanos()))
                    .build())
        .toList();
  }
}
