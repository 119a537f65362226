<?php
/**
 * Plugin Name:       Private Meet
 * Description:       A video meeting in a page: by a block, or by [private_meet room="…"]. Browser to browser, at your own server.
 * Version:           0.1.0
 * Requires at least: 6.0
 * Tested up to:      6.1
 * Requires PHP:      7.4
 * License:           MIT
 * Text Domain:       private-meet
 * Domain Path:       /languages
 *
 * @package Private_Meet
 */

namespace Private_Meet;

defined( 'ABSPATH' ) || exit;

const FILE    = __FILE__;
const VERSION = '0.1.0';

require __DIR__ . '/includes/options.php';
require __DIR__ . '/includes/token.php';
require __DIR__ . '/includes/ticket.php';
require __DIR__ . '/includes/access.php';
require __DIR__ . '/includes/visit.php';
require __DIR__ . '/includes/scripts.php';
require __DIR__ . '/includes/render.php';
require __DIR__ . '/includes/languages.php';

if ( is_admin() ) {
	require __DIR__ . '/includes/settings.php';
}
