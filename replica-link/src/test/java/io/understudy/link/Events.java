package io.understudy.link;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps the events that a test wants to look at. */
public final class Events implements LinkEvent.Listener {
  private final List<LinkEvent> all = new CopyOnWriteArrayList<>();

  @Override
  public void event(LinkEvent event) {
    all.add(event);
  }

  public List<LinkEvent.Kind> kinds() {
    return all.stream().map(LinkEvent::kind).toList();
  }

  public List<String> messages() {
    return all.stream().map(LinkEvent::message).toList();
  }
}
