/** The engine: the boot-loader tier that runs inside the server's own threads. */
package io.understudy.engine;
