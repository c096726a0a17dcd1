package io.understudy.netctl.sim;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A thread of a process with a timer, as netctl uses it: nothing is ever cancelled. */
final class LaneTimer extends AbstractExecutorService implements ScheduledExecutorService {
  private final Schedule schedule;
  private final Lane lane;
  private boolean shut;

  LaneTimer(Schedule schedule, Lane lane) {
    this.schedule = schedule;
    this.lane = lane;
  }

  @Override
  public void execute(Runnable task) {
    schedule.at(schedule.now, lane, task);
  }

  /** At once, on the thread that asks: it waits for the result anyway. */
  @Override
  public <T> Future<T> submit(Callable<T> task) {
    try {
      return CompletableFuture.completedFuture(task.call());
    } catch (Exception e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
    schedule.at(schedule.now + unit.toNanos(delay), lane, task);
    return null;
  }

  /** Rounds that were missed are made up for, as the JDK's pool does. */
  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(
      Runnable task, long first, long period, TimeUnit unit) {
    rate(task, schedule.now + unit.toNanos(first), unit.toNanos(period));
    return null;
  }

  private void rate(Runnable task, long time, long period) {
    schedule.at(
        time,
        lane,
        () -> {
          task.run();
          rate(task, time + period, period);
        });
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable task, long first, long delay, TimeUnit unit) {
    schedule.at(
        schedule.now + unit.toNanos(first),
        lane,
        () -> {
          task.run();
          var unused = scheduleWithFixedDelay(task, delay, delay, unit);
        });
    return null;
  }

  @Override
  public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
    throw new UnsupportedOperationException("netctl schedules no callables");
  }

  @Override
  public void shutdown() {
    shut = true;
  }

  @Override
  public List<Runnable> shutdownNow() {
    shut = true;
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return shut;
  }

  @Override
  public boolean isTerminated() {
    return shut;
  }

  @Override
  public boolean awaitTermination(long time, TimeUnit unit) {
    return shut;
  }
}
