package io.understudy.link.journal;

import io.understudy.engine.log.LogSource;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An unbounded queue of chunks from one producer at a time to one consumer at a time; lock-free, so
 * that neither side can stop the other. Bounds are kept by those who look at {@link #bytes}.
 */
public final class ChunkQueue {
  private static final class Node {
    final LogSource.Chunk chunk;
    volatile Node next;

    Node(LogSource.Chunk chunk) {
      this.chunk = chunk;
    }
  }

  private Node head = new Node(null);
  private Node tail = head;
  private final AtomicLong bytes = new AtomicLong();

  /** Adds a chunk. Calls must happen one after the other. */
  public void add(LogSource.Chunk chunk) {
    bytes.addAndGet(chunk.to - chunk.from);
    Node node = new Node(chunk);
    Node last = tail;
    tail = node;
    last.next = node;
  }

  /** Takes the oldest chunk, or returns null. Calls must happen one after the other. */
  public LogSource.Chunk poll() {
    Node next = head.next;
    if (next == null) {
      return null;
    }
    head = next;
    bytes.addAndGet(next.chunk.from - next.chunk.to);
    return next.chunk;
  }

  /** Like {@link #poll}, but leaves it there. */
  public LogSource.Chunk peek() {
    Node next = head.next;
    return next == null ? null : next.chunk;
  }

  /** Whether {@link #poll} would return null. Only for the consumer. */
  public boolean isEmpty() {
    return head.next == null;
  }

  /** Record bytes in the queue. */
  public long bytes() {
    return bytes.get();
  }
}
