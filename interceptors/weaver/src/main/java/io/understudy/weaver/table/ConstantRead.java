package io.understudy.weaver.table;

/** A static field that each JVM draws anew; its reads become a call ({@code C} lines). */
public record ConstantRead(String owner, String field, String desc, Target target) {}
