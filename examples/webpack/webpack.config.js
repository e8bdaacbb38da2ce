export default {
  mode: 'production',
  entry: { main: './main.js' },
  output: { module: true, clean: true, filename: '[name].js' },
  experiments: { outputModule: true },
};
