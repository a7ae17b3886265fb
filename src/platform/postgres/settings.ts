export type ServerNeeds = { readonly port: number; readonly durable: boolean }

/** Settings of the embedded server, for a machine of two cores and 4 GB or more. */
export function serverSettings({ port, durable }: ServerNeeds): string[] {
  const safety = durable ? 'on' : 'off'
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 100,
    shared_buffers: durable ? '256MB' : '64MB',
    fsync: safety,
    synchronous_commit: safety,
    full_page_writes: safety,
    wal_level: 'replica',
    max_wal_size: '1GB',
    checkpoint_timeout: '10min',
    random_page_cost: 1.1,
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    // Personal data must not reach the log: no statements, no parameters, no DETAIL lines.
    log_min_error_statement: 'panic',
    log_parameter_max_length_on_error: 0,
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    jit: 'off',
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
