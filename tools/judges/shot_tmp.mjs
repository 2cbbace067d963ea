import { openBrowser } from './lib/browser.mjs';
import { serve } from './lib/serve.mjs';
const [dir, target, ...paths] = process.argv.slice(2);
const server = await serve(dir, '/');
const browser = await openBrowser();
const looks = { desktop:{viewport:{width:1280,height:800},colorScheme:'light'}, phone:{viewport:{width:360,height:740},colorScheme:'light'}, dark:{viewport:{width:1280,height:800},colorScheme:'dark'}};
for (const spec of paths) { const [look, p] = spec.split(':'); const c = await browser.newContext(looks[look]); const t = await c.newPage(); await t.goto(server.url.replace(/\/$/,'') + p); const f = `${target}/${look}${p.replaceAll('/','_')}.png`; await t.screenshot({path:f, fullPage:true}); console.log(f); await c.close(); }
await browser.close(); await server.close(); process.exit(0);
