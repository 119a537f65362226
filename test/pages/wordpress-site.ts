import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../server/free-port.js';
import { assemblePlugin } from '../tools/wordpress.js';

/** Where Debian has it. */
const SOURCE = '/usr/share/wordpress';
/** What takes longer to start hangs. Milliseconds. */
const CEILING = 60_000;

/** A text as PHP writes it. */
const php = (text: string): string => `'${text.replaceAll(/['\\]/g, '\\$&')}'`;

const THEME = `<!doctype html><html <?php language_attributes(); ?>><head><meta charset="utf-8"><title>A site</title><link rel="icon" href="data:,">
<?php wp_head(); ?></head><body <?php body_class(); ?>><?php wp_body_open(); while ( have_posts() ) { the_post(); the_content(); } wp_footer(); ?></body></html>`;

/** Each person's password is the name. */
const INSTALL = (address: string): string => `<?php
define( 'WP_INSTALLING', true );
$_SERVER['HTTP_HOST'] = ${php(new URL(address).host)};
require __DIR__ . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';
wp_install( 'A site', 'anna', 'anna@example.com', true, '', 'anna' );
update_option( 'show_avatars', 0 );
update_option( 'stylesheet', 'plain' );
update_option( 'template', 'plain' );
wp_update_user( array( 'ID' => 1, 'display_name' => 'Anna & Co' ) );
wp_insert_user( array( 'user_login' => 'sam', 'user_pass' => 'sam', 'display_name' => 'Sam', 'role' => 'subscriber' ) );
wp_insert_user( array( 'user_login' => 'carl', 'user_pass' => 'carl', 'display_name' => 'Carl', 'role' => 'contributor' ) );
$failed = activate_plugin( 'private-meet/private-meet.php' );
if ( is_wp_error( $failed ) ) { fwrite( STDERR, $failed->get_error_message() ); exit( 1 ); }
`;

/** A WordPress of its own: database, files and users in a new directory, gone with it. */
export class WordPress {
  readonly #processes: ChildProcess[] = [];

  private constructor(
    readonly directory: string,
    readonly url: string,
  ) {}

  static async start(): Promise<WordPress> {
    const directory = mkdtempSync(join(tmpdir(), 'wp-'));
    const port = await freePort();
    const site = new WordPress(directory, `http://127.0.0.1:${port}/`);
    try {
      await site.#startDatabase();
      site.#install();
      await site.#serve(port);
      return site;
    } catch (error) {
      await site.close();
      throw error;
    }
  }

  /** What PHP had to complain of, a line each; WordPress 6.1 itself gives it cause since PHP 8. */
  complaints(about = ''): string {
    const log = join(this.directory, 'debug.log');
    const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : [];
    return lines.filter((line) => line.includes(about)).join('\n');
  }

  get #root(): string {
    return join(this.directory, 'site');
  }

  get #socket(): string {
    return join(this.directory, 'db.sock');
  }

  async #startDatabase(): Promise<void> {
    const data = join(this.directory, 'data');
    const user = process.getuid?.() === 0 ? ['--user=root'] : [];
    const common = ['--no-defaults', `--datadir=${data}`, ...user];
    execFileSync('mariadb-install-db', [...common, '--skip-test-db', '--auth-root-authentication-method=normal'], {
      stdio: 'pipe',
    });
    this.#run('mariadbd', [
      ...common,
      `--socket=${this.#socket}`,
      '--skip-networking',
      '--innodb-flush-log-at-trx-commit=0',
    ]);
    await listening({ path: this.#socket });
    execFileSync('mariadb', ['--no-defaults', `--socket=${this.#socket}`, '--user=root', '-e', 'CREATE DATABASE site']);
  }

  #install(): void {
    cpSync(SOURCE, this.#root, { recursive: true, dereference: true });
    const content = join(this.directory, 'content');
    for (const name of ['plugins', 'themes/plain', 'uploads']) mkdirSync(join(content, name), { recursive: true });
    writeFileSync(join(content, 'themes/plain/style.css'), '/* Theme Name: Plain */');
    writeFileSync(join(content, 'themes/plain/index.php'), THEME);
    assemblePlugin(join(content, 'plugins/private-meet'));
    const address = this.url.replace(/\/$/, '');
    const constants: Record<string, string> = {
      ...{ DB_NAME: 'site', DB_USER: 'root', DB_PASSWORD: '', DB_HOST: `localhost:${this.#socket}` },
      ...{ DB_CHARSET: 'utf8mb4', DB_COLLATE: '' },
      ...{ WP_HOME: address, WP_SITEURL: address, WP_CONTENT_DIR: content, WP_CONTENT_URL: `${address}/wp-content` },
      ...{ WP_DEBUG_LOG: join(this.directory, 'debug.log'), WPLANG: '' },
    };
    for (const name of ['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'])
      for (const kind of ['KEY', 'SALT']) constants[`${name}_${kind}`] = `${name} ${kind} of a test`;
    const lines = Object.entries(constants).map(([name, value]) => `define( '${name}', ${php(value)} );`);
    const flags = ['WP_DEBUG', 'DISABLE_WP_CRON', 'WP_HTTP_BLOCK_EXTERNAL', 'AUTOMATIC_UPDATER_DISABLED'];
    const config = [
      ...lines,
      ...flags.map((flag) => `define( '${flag}', true );`),
      "define( 'WP_DEBUG_DISPLAY', false );",
      "$table_prefix = 'wp_';",
      "if ( ! defined( 'ABSPATH' ) ) define( 'ABSPATH', __DIR__ . '/' );",
      "require_once ABSPATH . 'wp-settings.php';",
    ];
    writeFileSync(join(this.#root, 'wp-config.php'), `<?php\n${config.join('\n')}\n`);
    writeFileSync(join(this.#root, 'install.php'), INSTALL(address));
    const install = [join(this.#root, 'install.php')];
    const { status, stdout, stderr } = spawnSync('php', install, { encoding: 'utf8', timeout: CEILING });
    if (status !== 0) throw new Error(`WordPress was not installed:\n${this.complaints()}\n${stdout}\n${stderr}`);
    rmSync(join(this.#root, 'install.php'));
    rmSync(join(this.#root, 'wp-content'), { recursive: true });
    execFileSync('ln', ['-s', content, join(this.#root, 'wp-content')]);
  }

  async #serve(port: number): Promise<void> {
    const env = { ...process.env, PHP_CLI_SERVER_WORKERS: '3' };
    this.#run('php', ['-S', `127.0.0.1:${port}`, '-t', this.#root], env);
    await listening({ port, host: '127.0.0.1' });
  }

  /** In a group of its own: PHP's workers end with it. */
  #run(command: string, args: readonly string[], env = process.env): void {
    this.#processes.push(spawn(command, args, { stdio: 'ignore', detached: true, env }));
  }

  async close(): Promise<void> {
    for (const child of this.#processes.reverse()) {
      if (child.pid === undefined || child.exitCode !== null) continue;
      const ended = once(child, 'exit');
      process.kill(-child.pid, 'SIGTERM');
      await ended;
    }
    rmSync(this.directory, { recursive: true, force: true });
  }
}

/** Resolves once something takes connections. */
const listening = async (to: { path: string } | { port: number; host: string }): Promise<void> => {
  const end = Date.now() + CEILING;
  for (;;) {
    const socket = connect(to);
    const is = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    });
    socket.destroy();
    if (is) return;
    if (Date.now() > end) throw new Error(`Nothing listens at ${JSON.stringify(to)}`);
    await delay(50);
  }
};
