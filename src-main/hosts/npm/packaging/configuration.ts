// What goes into an installer, as electron-builder wants to be told: https://www.electron.build
// Its patterns know ${arch} of what is built, but as ${platform} the system it is built on.

/** Native libraries open these files by their path, so they lie beside the archive. */
const unpacked = ['node_modules/better-sqlite3/prebuilds', 'node_modules/onnxruntime-node/bin']

const without = (patterns: string[]): string[] => patterns.map((pattern) => `!${pattern}`)

/** Files of packages that nothing reads at run time. */
const leftOut = without([
  'node_modules/drizzle-orm/**', // bundled
  'node_modules/better-sqlite3/{src,deps}/**',
  'node_modules/better-sqlite3/binding.gyp',
  'node_modules/onnxruntime-node/{lib,script}/**',
  'node_modules/onnxruntime-node/bin/napi-v6/darwin/arm64/libonnxruntime.1.*.*.dylib', // twice there
  'node_modules/**/*.{map,d.ts,d.mts,d.cts,ts,mts,cts,flow}',
  'node_modules/**/{test,tests,__tests__,example,examples,benchmark,benchmarks,docs}/**'
])

/** Binaries of other systems, which are most of what the native packages bring. */
const otherSystems = (platform: 'linux' | 'darwin' | 'win32'): string[] =>
  without([
    `node_modules/better-sqlite3/prebuilds/!(${platform}-\${arch}).node`,
    `node_modules/onnxruntime-node/bin/napi-v6/!(${platform})/**`,
    `node_modules/onnxruntime-node/bin/napi-v6/${platform}/!(\${arch})/**`
  ])

export const configuration = {
  appId: 'app.lethe.desktop',
  productName: 'Lethe',
  copyright: 'MIT licence',
  directories: { output: 'dist', buildResources: 'resources/icons' },
  files: ['package.json', 'LICENSE', 'out/{main,preload,renderer}/**', ...leftOut],
  // Beside the archive: ONNX Runtime maps the included model from where it lies.
  extraResources: [
    { from: 'resources', to: 'lethe', filter: ['**/*', '!icons/app.*', '!pictures/**'] }
  ],
  asar: true,
  asarUnpack: unpacked.map((folder) => `${folder}/**`),
  // Both native packages bring Node-API binaries, which are the same for Node and Electron.
  npmRebuild: false,
  electronFuses: {
    // Engines are utility processes: nothing here needs the app to pass for Node.
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
    resetAdHocDarwinSignature: true
  },
  artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
  publish: null, // and no update over the network
  // deb asks for both; there is no public address yet.
  extraMetadata: {
    homepage: 'https://lethe.invalid',
    author: 'The Lethe authors <authors@lethe.invalid>'
  },
  linux: {
    files: otherSystems('linux'),
    target: ['AppImage', 'deb'].map((target) => ({ target, arch: ['x64', 'arm64'] })),
    category: 'Science',
    executableName: 'lethe',
    icon: 'resources/icons/linux',
    synopsis: 'A desktop lab for local language models',
    desktop: {
      entry: { 'Comment[pt_BR]': 'Um laboratório de mesa para modelos de linguagem locais' }
    }
  },
  deb: {
    packageCategory: 'science',
    depends: [
      ...['libgtk-3-0 | libgtk-3-0t64', 'libatspi2.0-0 | libatspi2.0-0t64', 'libnss3'],
      ...['libxss1', 'libxtst6', 'libuuid1', 'libsecret-1-0', 'libnotify4', 'xdg-utils'],
      'libstdc++6'
    ]
  },
  mac: {
    files: otherSystems('darwin'),
    // ONNX Runtime's package has no library for Intel Macs.
    target: [{ target: 'dmg', arch: ['arm64'] }],
    category: 'public.app-category.developer-tools',
    icon: 'resources/icons/app.icns',
    hardenedRuntime: true
  },
  win: {
    files: otherSystems('win32'),
    target: [{ target: 'nsis', arch: ['x64', 'arm64'] }],
    icon: 'resources/icons/app.ico'
  },
  nsis: {
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: true,
    deleteAppDataOnUninstall: false, // conversations are not the installer's
    installerLanguages: ['en_US', 'pt_BR']
  }
}
